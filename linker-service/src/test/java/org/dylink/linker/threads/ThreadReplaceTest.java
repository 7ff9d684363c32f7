package org.dylink.linker.threads;

import static org.dylink.linker.testing.Shapes.threaded;
import static org.dylink.testing.Code.code;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dylink.engine.Engine;
import org.dylink.linker.LinkException;
import org.dylink.linker.Program;
import org.dylink.linker.testing.EachEngine;
import org.dylink.linker.testing.TestLibrary;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A library is replaced while threads of its program use it, and while others are elsewhere. */
@EachEngine
class ThreadReplaceTest extends ThreadTest {
  private static final int THREADS = 4;
  private static final int DEFAULT_MILLIS = 500;
  private static final int FEW_VERSIONS = 4; // also of an engine that compiles for long

  // Seconds of the long form, as of all storms.
  private static final long STORM_MILLIS =
      Math.max(DEFAULT_MILLIS, 1_000 * Long.getLong("dylink.storm.seconds", 0));

  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

  ThreadReplaceTest(Engine engine) {
    super(engine);
  }

  @BeforeEach
  void onlyWhereCodeIsReplaced() {
    assumeTrue(engine.replacesCode(), engine.name() + " does not replace code");
  }

  @AfterEach
  void endThreads() {
    threads.shutdownNow();
  }

  /** A library of which each thread has a number that it counts up, and tells as a version does. */
  private static ModuleBuilder libcounter(int version) {
    ModuleBuilder library = withThreadLocal("libcounter.so", 0);
    return library
        .exportedFunction(
            "count",
            "() -> i32",
            code()
                .globalGet("__tls_base")
                .globalGet("__tls_base")
                .i32Load(0)
                .i32Const(1)
                .i32Add()
                .i32Store(0)
                .globalGet("__tls_base")
                .i32Load(0))
        .exportedFunction("version", "() -> i32", code().i32Const(version));
  }

  private static TestLibrary library(int version) {
    TestLibrary built = TestLibrary.of(libcounter(version));
    return new TestLibrary(built.name(), version + ".0.0", "test", built.module());
  }

  @Test
  void eachThreadKeepsItsOwnVariables() throws Exception {
    test.libraries().add(library(1));
    try (Program program = test.link(threaded("main.wasm", "libcounter.so"))) {
      assertEquals(1, program.call("count"));
      CompletableFuture<Object> other = new CompletableFuture<>();
      Thread visitor =
          new Thread(
              () -> {
                try {
                  program.call("count");
                  program.call("count");
                  program.replace(library(2));
                  other.complete(program.call("count"));
                } catch (Throwable e) {
                  other.completeExceptionally(e);
                }
              });
      visitor.start();
      assertEquals(3, other.get(60, TimeUnit.SECONDS));
      assertEquals(2, program.call("version"));
      assertEquals(2, program.call("count"));
      program.replace(library(3));
      assertEquals(3, program.call("count"));
    }
  }

  @Test
  void aThreadElsewhereIsNotStopped() throws Exception {
    test.libraries().add(library(1));
    ModuleBuilder main =
        withTests(threaded("main.wasm", "libcounter.so"))
            .importFunction("env", "version", "() -> i32");
    start(
        main,
        code()
            .call("env.version")
            .i32Const(0)
            .call(TELL)
            .call(PAUSE)
            .call("env.version")
            .i32Const(0)
            .call(TELL));
    try (Program program = test.link(main)) {
      CompletableFuture<Integer> running = run(program);
      assertNumbers(steps, "1 0");
      program.replace(library(2)); // main runs, and waits in a function of the host's
      steps.go();
      assertNumbers(steps, "2 0");
      assertEquals(0, exitCode(running));
    }
  }

  @Test
  void noCallFailsAndNoneIsLostUnderFourThreads() throws Exception {
    test.libraries().add(library(1));
    try (Program program = test.link(threaded("main.wasm", "libcounter.so"))) {
      AtomicBoolean over = new AtomicBoolean();
      List<Future<Integer>> calls = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        calls.add(threads.submit(() -> countUntil(program, over)));
      }
      long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(STORM_MILLIS);
      int version = 1;
      while (version < FEW_VERSIONS || System.nanoTime() < end) {
        program.replace(library(++version));
        assertEquals(version, program.call("version"));
      }
      over.set(true);
      for (Future<Integer> each : calls) {
        assertTrue(each.get(60, TimeUnit.SECONDS) > 0);
      }
    }
  }

  /** Counts as often as it gets to; each count must be the next one. */
  private static int countUntil(Program program, AtomicBoolean over) {
    int expected = 0;
    int last = 0;
    while (!over.get()) {
      assertEquals(++expected, program.call("count"));
      int version = (int) program.call("version");
      assertTrue(version >= last, "an older version again");
      last = version;
    }
    return expected;
  }

  @Test
  void threadLocalDataOfAnotherSizeIsRefused() throws Exception {
    test.libraries().add(library(1));
    try (Program program = test.link(threaded("main.wasm", "libcounter.so"))) {
      TestLibrary other =
          TestLibrary.of(threaded("libcounter.so", dylink().memInfo(16, 2, 0, 0), 1, 100));
      LinkException refused = assertThrows(LinkException.class, () -> program.replace(other));
      assertEquals(
          "libcounter.so: cannot be replaced: thread-local data: 4 bytes, 1.0.0 has 0\n"
              + "libcounter.so: cannot be replaced: thread-local data: 4 bytes of alignment, 1.0.0"
              + " has 0\n"
              + "libcounter.so: cannot be replaced: x: thread-local, not in 1.0.0",
          refused.getMessage());
      assertEquals(1, program.call("count"));
    }
  }
}
