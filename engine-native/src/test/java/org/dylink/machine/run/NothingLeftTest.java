package org.dylink.machine.run;

import static org.dylink.testing.Code.code;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.dylink.engine.Extern;
import org.dylink.engine.Function;
import org.dylink.engine.Instance;
import org.dylink.engine.InstanceLimits;
import org.dylink.engine.InvalidModuleException;
import org.dylink.engine.Memory;
import org.dylink.engine.machine.MachineObject;
import org.dylink.format.WasmModule;
import org.dylink.machine.llvm.LlvmCompiler;
import org.dylink.machine.objects.ObjectSource;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;

/**
 * Programs and libraries that come and go leave nothing mapped. {@code -Ddylink.cycles=10000} is
 * the long form.
 */
class NothingLeftTest {
  private static final int CYCLES = Integer.getInteger("dylink.cycles", 200);

  // The JVM maps some for itself meanwhile: its heap grows, threads come.
  private static final int OF_THE_JVM = 50;

  private static final int ROUNDS = 200;

  private static final WasmModule PROGRAM =
      ModuleBuilder.module("main.wasm")
          .memory(1)
          .exportMemory("memory")
          .exportedFunction("f", "() -> i32", code().i32Const(0).i32Load(0))
          .build();
  private static final WasmModule LIBRARY =
      ModuleBuilder.module("lib.so")
          .importMemory("env", "memory", 0)
          .exportedFunction("f", "() -> i32", code().i32Const(0).i32Load(0))
          .build();

  @Test
  void programsLeaveNothing() throws Exception {
    NativeEngine engine = engine(PROGRAM);
    int before = afterCleaning();
    for (int i = 0; i < CYCLES; i++) {
      assertEquals(0, run(engine, PROGRAM));
    }
    assertLeft(before);
  }

  @Test
  void librariesThatAreOpenedAndClosedLeaveNothing() throws Exception {
    NativeEngine engine = engine(LIBRARY);
    Memory memory = engine.newMemory(PROGRAM.memories().get(0));
    memory.write(0, new byte[] {7}, 0, 1);
    int before = afterCleaning();
    for (int i = 0; i < CYCLES; i++) {
      assertEquals(7, run(engine, LIBRARY, memory));
    }
    assertLeft(before);
  }

  private static Object run(NativeEngine engine, WasmModule module, Extern... imports)
      throws InvalidModuleException {
    Instance instance = engine.compile(module).instantiate(List.of(imports), InstanceLimits.NONE);
    instance.initialize();
    instance.start();
    return ((Function) instance.export("f").orElseThrow()).call();
  }

  // Compiled once, and mapped each time.
  private static NativeEngine engine(WasmModule module) throws InvalidModuleException {
    MachineObject object = new LlvmCompiler().compile(module);
    return new NativeEngine(
        new ObjectSource() {
          @Override
          public Optional<String> missing(WasmModule asked) {
            return Optional.empty();
          }

          @Override
          public MachineObject get(WasmModule asked) {
            return object;
          }
        });
  }

  private static void assertLeft(int before) throws Exception {
    int left = afterCleaning() - before;
    for (int i = 0; i < ROUNDS && left >= OF_THE_JVM; i++) {
      left = afterCleaning() - before;
    }
    assertTrue(left < OF_THE_JVM, left + " mappings more than before " + CYCLES + " cycles");
  }

  // What is cleaned last may have become unreachable first: one round need not be enough.
  private static int afterCleaning() throws IOException, InterruptedException {
    CountDownLatch cleaned = new CountDownLatch(1);
    Pages.CLEANER.register(new Object(), cleaned::countDown);
    System.gc();
    assertTrue(cleaned.await(1, TimeUnit.MINUTES), "nothing is cleaned");
    return Files.readAllLines(Path.of("/proc/self/maps")).size();
  }
}
