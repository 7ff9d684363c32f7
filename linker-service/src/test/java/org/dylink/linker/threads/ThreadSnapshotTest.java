package org.dylink.linker.threads;

import static org.dylink.testing.Code.code;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.dylink.engine.Engine;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.Program;
import org.dylink.linker.Snapshot;
import org.dylink.linker.link.program.LinkedProgram;
import org.dylink.linker.testing.EachEngine;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Programs with threads that begin where another one was, which had one thread, and that idle. */
@EachEngine
class ThreadSnapshotTest extends ThreadTest {
  ThreadSnapshotTest(Engine engine) {
    super(engine);
    test.host(steps.host().stateless());
  }

  @BeforeEach
  void assumeSnapshots() {
    assumeTrue(engine.restoresInstances(), () -> engine.name() + " has no snapshots");
  }

  /** Threads tell their number and their variable, and wait if their argument is not 0. */
  private LinkedProgram linked() throws LinkException {
    test.libraries(withThreadLocal("lib.so"));
    ModuleBuilder main =
        newMain("lib.so")
            .importFunction("env", "get", "() -> i32")
            .importFunction("env", "set", "(i32) -> ()")
            .exportedFunction("begin", "(i32) -> ()", code().localGet(0).call(SPAWN).drop())
            .exportedFunction("own", "() -> i32", code().call("env.get"))
            .exportedFunction("change", "(i32) -> ()", code().localGet(0).call("env.set"));
    thread(
        main,
        code()
            .localGet(0)
            .call("env.get")
            .call(TELL)
            .localGet(0)
            .call("env.set")
            .localGet(1)
            .ifThen()
            .call(PAUSE)
            .end());
    return test.link(main);
  }

  private static void refused(String reason, LinkedProgram program) {
    LinkException refusal = assertThrows(LinkException.class, program::snapshot);
    assertEquals("main.wasm: no snapshot: " + reason, refusal.getMessage());
    assertEquals(Reason.UNSUPPORTED, refusal.reason());
  }

  @Test
  void theFirstThreadKeepsItsVariablesAndOthersBeginWithTheFirstOnes() throws Exception {
    try (LinkedProgram first = linked()) {
      first.call("change", 50);
      Snapshot snapshot = first.snapshot();
      first.call("change", 60);
      try (LinkedProgram copy = test.link(snapshot)) {
        assertEquals(first.linkMap().memoryPages(), copy.linkMap().memoryPages());
        assertEquals(50, copy.call("own"));
        copy.call("begin", 0);
        assertNumbers(steps, "1 5");
        noThreadIsLeft();
        copy.call("change", 70);
        assertEquals(60, first.call("own"));
        assertEquals(70, copy.call("own"));
      }
    }
    test.assertNothingLeft();
  }

  @Test
  void noThreadGetsTheNumberOfOneThatWasThereBefore() throws Exception {
    try (LinkedProgram first = linked()) {
      first.call("begin", 0);
      assertNumbers(steps, "1 5");
      noThreadIsLeft();
      try (Program copy = test.link(first.snapshot())) {
        copy.call("begin", 0);
        assertNumbers(steps, "2 5");
        noThreadIsLeft();
      }
    }
  }

  @Test
  void oneWithAThreadThatGoesOnIsRefused() throws Exception {
    try (LinkedProgram program = linked()) {
      program.call("begin", 1);
      assertNumbers(steps, "1 5");
      refused("code of it is running", program);
      steps.go();
      noThreadIsLeft();
      program.snapshot();
    }
  }

  private static <T> T elsewhere(CompletableFuture<T> result, ThrowingCall<T> call)
      throws Exception {
    new Thread(
            () -> {
              try {
                result.complete(call.run());
              } catch (Throwable e) {
                result.completeExceptionally(e);
              }
            },
            "calls-program")
        .start();
    return result.get(60, TimeUnit.SECONDS);
  }

  /** A call in another thread of Java. */
  private interface ThrowingCall<T> {
    T run() throws Exception;
  }

  @Test
  void whoTakesItNeedsNoThreadOfTheGuests() throws Exception {
    try (LinkedProgram program = linked()) {
      program.call("change", 8);
      Snapshot snapshot = elsewhere(new CompletableFuture<>(), program::snapshot);
      assertEquals(List.of(0), program.threads());
      try (Program copy = test.link(snapshot)) {
        assertEquals(8, elsewhere(new CompletableFuture<>(), () -> copy.call("own")));
      }
    }
  }

  @Test
  void oneThatTwoThreadsOfJavaHaveCalledIsRefused() throws Exception {
    try (LinkedProgram program = linked()) {
      program.call("change", 8);
      assertEquals(5, elsewhere(new CompletableFuture<>(), () -> program.call("own")));
      refused("thread 1 has not ended", program);
    }
  }
}
