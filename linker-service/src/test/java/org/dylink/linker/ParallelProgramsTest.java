package org.dylink.linker;

import static org.dylink.format.ValueType.I32;
import static org.dylink.linker.testing.DlProgram.NOW;
import static org.dylink.linker.testing.Shapes.MEMORY_BASE;
import static org.dylink.linker.testing.Shapes.atBase;
import static org.dylink.linker.testing.Shapes.importData;
import static org.dylink.linker.testing.Shapes.shared;
import static org.dylink.testing.Code.code;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dylink.engine.Engine;
import org.dylink.format.WasmModule;
import org.dylink.linker.link.LinkSession;
import org.dylink.linker.link.load.Admission;
import org.dylink.linker.link.load.LinkContext;
import org.dylink.linker.link.load.ModuleCache;
import org.dylink.linker.testing.DlProgram;
import org.dylink.linker.testing.EachEngine;
import org.dylink.linker.testing.Libraries;
import org.dylink.linker.testing.TestLibrary;
import org.dylink.linker.testing.TrackingEngine;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Programs of the same libraries in parallel threads share what is compiled and nothing else. */
@EachEngine
class ParallelProgramsTest {
  private static final int THREADS = 8;
  private static final int STEPS = 500;

  private interface Work {
    void run(int thread) throws Exception;
  }

  private final TrackingEngine engine;
  private final ModuleCache modules = new ModuleCache();
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final CyclicBarrier together = new CyclicBarrier(THREADS);

  ParallelProgramsTest(Engine engine) {
    this.engine = new TrackingEngine(engine);
  }

  @AfterEach
  void endThreads() {
    threads.shutdownNow();
  }

  @Test
  void eachHasItsOwnMemoryGlobalsAndTable() throws Exception {
    Libraries libraries = Libraries.of(counter());
    Library main = libraries.add(main());
    modules.retain(libraries.get("counter.so").module());
    modules.retain(main.module());
    LinkContext context =
        new LinkContext(engine, modules, libraries, name -> Optional.empty(), Admission.OPEN);

    inParallel(
        thread -> {
          LinkRequest request = LinkRequest.builder(main).build();
          try (Program program = new LinkSession(request, context, thread).link()) {
            for (int i = 1; i <= STEPS; i++) {
              assertEquals(i * thread, program.call("step", thread));
            }
            assertEquals(STEPS * thread, program.call("total"));
            assertEquals(STEPS, program.call("steps"));
          }
        });

    assertEquals(List.of("counter.so", "main.wasm"), engine.compiled().stream().sorted().toList());
  }

  @Test
  void eachOpensAndClosesForItself() throws Exception {
    List<WasmModule> held = new ArrayList<>();
    for (String name : List.of("dlmain.wasm", "libmini.so", "libbranch.so", "libleaf.so")) {
      held.add(TestLibrary.of(DlProgram.LIBRARIES.resolve(name)).module());
    }
    held.add(TestLibrary.of(DlProgram.OWN_LIBRARIES.resolve("libdl.so")).module());
    held.forEach(modules::retain);

    inParallel(
        thread -> {
          DlProgram program = DlProgram.prepare(engine);
          program.link().cache(modules);
          program.run("dlmain.wasm");
          LinkMap before = program.map();
          for (int i = 0; i < 20; i++) {
            int branch = program.opened("libbranch.so", NOW);
            assertEquals(2 * thread + 5, program.call(branch, "branch_fn", thread));
            program.close(branch);
          }
          assertEquals(before.libraries().size(), program.map().libraries().size());
          program.close();
        });

    assertEquals(
        held.stream().map(WasmModule::name).sorted().toList(),
        engine.compiled().stream().sorted().toList());
  }

  private void inParallel(Work work) throws Exception {
    List<Future<?>> all = new ArrayList<>();
    for (int i = 1; i <= THREADS; i++) {
      int thread = i;
      all.add(
          threads.submit(
              () -> {
                together.await();
                work.run(thread);
                return null;
              }));
    }
    for (Future<?> each : all) {
      each.get();
    }
  }

  /** {@code int total; int add(int n) { return total += n; }}. */
  private static ModuleBuilder counter() {
    return shared("counter.so", dylink().memInfo(16, 2, 0, 0))
        .exportedFunction(
            "add",
            "(i32) -> i32",
            atBase(4)
                .globalGet(MEMORY_BASE)
                .i32Load(4)
                .localGet(0)
                .i32Add()
                .i32Store(0)
                .globalGet(MEMORY_BASE)
                .i32Load(4))
        .global("total", I32, false, code().i32Const(4))
        .exportGlobal("total", "total");
  }

  /** Calls add through its address, counts the calls in a global, and reads the total itself. */
  private static ModuleBuilder main() {
    ModuleBuilder main = shared("main.wasm", "counter.so");
    importData(main, "total").importGlobal("GOT.func", "add", I32, true);
    return main.global("steps", I32, true, code().i32Const(0))
        .exportedFunction(
            "step",
            "(i32) -> i32",
            code()
                .globalGet("steps")
                .i32Const(1)
                .i32Add()
                .globalSet("steps")
                .localGet(0)
                .globalGet("GOT.func.add")
                .callIndirect("(i32) -> i32"))
        .exportedFunction("total", "() -> i32", code().globalGet("GOT.mem.total").i32Load(0))
        .exportedFunction("steps", "() -> i32", code().globalGet("steps"));
  }
}
