package org.dylink.linker.threads;

import static org.dylink.format.ValueType.I32;
import static org.dylink.linker.testing.Shapes.threaded;
import static org.dylink.testing.Code.code;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.dylink.engine.Engine;
import org.dylink.format.Feature;
import org.dylink.linker.Program;
import org.dylink.linker.testing.TestLink;
import org.dylink.linker.testing.ThreadSteps;
import org.dylink.testing.Code;
import org.dylink.testing.DylinkBuilder;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A program with threads, and what its tests have in common. */
abstract class ThreadTest {
  static final String SPAWN = "wasi.thread-spawn";
  static final String TELL = "test.tell";
  static final String PAUSE = "test.pause";
  static final String STEP = "test.step";

  final Engine engine;
  final ThreadSteps steps = new ThreadSteps();
  final TestLink test;

  ThreadTest(Engine engine) {
    this.engine = engine;
    this.test = TestLink.with(engine).host(steps.host());
  }

  @BeforeEach
  void assumeThreads() {
    boolean has = engine.features().contains(Feature.SHARED_MEMORY);
    assumeTrue(has, () -> engine.name() + " has no threads");
  }

  @AfterEach
  void noThreadIsLeft() throws InterruptedException {
    for (Thread each : Thread.getAllStackTraces().keySet()) {
      if (each.getName().startsWith("dylink-program-")) {
        each.join(TimeUnit.SECONDS.toMillis(60));
        assertTrue(!each.isAlive(), each.getName());
      }
    }
  }

  // Who runs a program waits no longer than a second for threads that do not end, and what the
  // program has is given back when the last one does: on a machine that is busy, later.
  void assertNothingLeft() throws InterruptedException {
    noThreadIsLeft();
    test.assertNothingLeft();
  }

  /** A main that can begin threads and tell of them. */
  static ModuleBuilder newMain(String... needed) {
    return withTests(threaded("main.wasm", needed))
        .importFunction("wasi", "thread-spawn", "(i32) -> i32");
  }

  /** A main of some data. */
  static ModuleBuilder newMain(DylinkBuilder section) {
    return withTests(threaded("main.wasm", section, 1, 100))
        .importFunction("wasi", "thread-spawn", "(i32) -> i32");
  }

  static ModuleBuilder withTests(ModuleBuilder module) {
    return module
        .importFunction("test", "tell", "(i32, i32) -> ()")
        .importFunction("test", "pause", "() -> ()")
        .importFunction("test", "step", "() -> ()");
  }

  /** What a thread does: {@code (tid, argument) -> ()}. */
  static ModuleBuilder thread(ModuleBuilder main, Code code) {
    return main.exportedFunction("wasi_thread_start", "(i32, i32) -> ()", code);
  }

  static ModuleBuilder start(ModuleBuilder main, Code code) {
    return main.exportedFunction("_start", "() -> ()", code);
  }

  /** Begins a thread and forgets its number. */
  static Code spawn(Code code, int argument) {
    return code.i32Const(argument).call(SPAWN).drop();
  }

  static Code forever() {
    return code().loop().br(0).end();
  }

  /** A library with one thread-local number {@code x}, first 5, as wasm-ld makes it. */
  static ModuleBuilder withThreadLocal(String name) {
    return withThreadLocal(name, 5);
  }

  /** The same with another first number, below 128. */
  static ModuleBuilder withThreadLocal(String name, int first) {
    DylinkBuilder section = dylink().memInfo(16, 2, 0, 0).exportInfo("x", DylinkBuilder.TLS);
    return threaded(name, section, 1, 100)
        .passiveData((char) first + "\0\0\0")
        .global("x", I32, false, code().i32Const(0))
        .exportGlobal("x", "x")
        .global("__tls_base", I32, true, code().i32Const(0))
        .exportGlobal("__tls_base", "__tls_base")
        .global("__tls_size", I32, false, code().i32Const(4))
        .exportGlobal("__tls_size", "__tls_size")
        .global("__tls_align", I32, false, code().i32Const(4))
        .exportGlobal("__tls_align", "__tls_align")
        .exportedFunction(
            "__wasm_init_tls",
            "(i32) -> ()",
            code()
                .localGet(0)
                .globalSet("__tls_base")
                .localGet(0)
                .i32Const(0)
                .i32Const(4)
                .memoryInit(0))
        // The block of the thread that loads it lies in its data.
        .function("init", "() -> ()", code().globalGet("env.__memory_base").globalSet("__tls_base"))
        .start("init")
        .exportedFunction("get", "() -> i32", code().globalGet("__tls_base").i32Load(0))
        .exportedFunction(
            "set", "(i32) -> ()", code().globalGet("__tls_base").localGet(0).i32Store(0))
        .withDataCount();
  }

  /** Runs a program in a thread of its own. */
  static CompletableFuture<Integer> run(Program program) {
    CompletableFuture<Integer> result = new CompletableFuture<>();
    Thread runner =
        new Thread(
            () -> {
              try {
                result.complete(program.run());
              } catch (Throwable e) {
                result.completeExceptionally(e);
              }
            },
            "runs-program");
    runner.start();
    return result;
  }

  static int exitCode(CompletableFuture<Integer> running) throws Exception {
    return running.get(60, TimeUnit.SECONDS);
  }

  static void assertNumbers(ThreadSteps steps, String... all) {
    for (String each : all) {
      assertEquals(each, steps.nextNumbers());
    }
  }
}
