package org.dylink.linker.errors;

import static org.dylink.linker.testing.Shapes.STACK_POINTER;
import static org.dylink.linker.testing.Shapes.shared;
import static org.dylink.testing.Code.code;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.dylink.engine.Engine;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.linker.LinkException;
import org.dylink.linker.Program;
import org.dylink.linker.Program.State;
import org.dylink.linker.testing.EachEngine;
import org.dylink.linker.testing.FakeHost;
import org.dylink.linker.testing.FakeWasi;
import org.dylink.linker.testing.TestLibrary;
import org.dylink.linker.testing.TestLink;
import org.dylink.testing.Code;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How programs end: by trap, exit, timeout, stop and close. */
@EachEngine
@Timeout(60)
class TrapTest {
  private static final Duration SHORT = Duration.ofMillis(50);

  private final TestLink test;

  TrapTest(Engine engine) {
    test = TestLink.with(engine);
  }

  @Test
  void aTrapHasItsKindAndTheGuestsCallStackAcrossLibraries() throws LinkException {
    test.libraries(
        shared("lib.so")
            .exportedFunction("crash", "() -> ()", code().call("inner"))
            .function("inner", "() -> ()", code().unreachable())
            .withNames());
    ModuleBuilder main = shared("main.wasm", "lib.so").importFunction("env", "crash", "() -> ()");
    main.exportedFunction("_start", "() -> ()", code().call("env.crash"));

    try (Program program = test.link(main)) {
      TrapException thrown = assertThrows(TrapException.class, program::run);
      assertEquals(TrapKind.UNREACHABLE, thrown.kind());
      assertEquals(
          List.of("inner (lib.so)", "crash (lib.so)", "_start (main.wasm)"),
          thrown.guestStack().stream().map(Object::toString).toList());
      assertEquals(State.FAILED, program.state());
      assertEquals(Optional.empty(), program.exitCode());
    }
  }

  @Test
  void aStackOverflowTraps() throws LinkException {
    Code push = code().globalGet(STACK_POINTER).i32Const(4096).i32Sub().globalSet(STACK_POINTER);
    push.globalGet(STACK_POINTER).i32Const(0).i32Store(0).call("_start");
    test.option(o -> o.stackSize(65_536));

    try (Program program =
        test.link(shared("main.wasm").exportedFunction("_start", "() -> ()", push))) {
      TrapException thrown = assertThrows(TrapException.class, program::run);
      assertEquals(TrapKind.STACK_OVERFLOW, thrown.kind());
      assertEquals("stack of 65536 bytes is used up", thrown.getMessage());
    }
  }

  @Test
  void aWildAccessIsNoStackOverflow() throws LinkException {
    Code wild = code().i32Const(-4).i32Load(0).drop();

    try (Program program =
        test.link(shared("main.wasm").exportedFunction("_start", "() -> ()", wild))) {
      TrapException thrown = assertThrows(TrapException.class, program::run);
      assertEquals(TrapKind.OUT_OF_BOUNDS_MEMORY, thrown.kind());
    }
  }

  @Test
  void anExitCodeIsThePrograms() throws LinkException {
    ModuleBuilder main =
        shared("main.wasm").importFunction(FakeWasi.MODULE, "proc_exit", "(i32) -> ()");
    main.exportedFunction(
        "_start", "() -> ()", code().i32Const(42).call(FakeWasi.MODULE + ".proc_exit"));

    try (Program program = test.link(main)) {
      assertEquals(State.READY, program.state());
      assertEquals(42, program.run());
      assertEquals(State.EXITED, program.state());
      assertEquals(Optional.of(42), program.exitCode());
    }
  }

  @Test
  void aProgramRunsOnce() throws LinkException {
    try (Program program =
        test.link(shared("main.wasm").exportedFunction("_start", "() -> ()", code()))) {
      program.run();
      var thrown = assertThrows(IllegalStateException.class, program::run);
      assertEquals(
          "main.wasm: cannot run: program " + program.id() + " is EXITED", thrown.getMessage());
    }
  }

  @Test
  void aMainWithoutStartCannotRun() throws LinkException {
    try (Program program = test.link(shared("main.wasm"))) {
      var thrown = assertThrows(IllegalStateException.class, program::run);
      assertEquals("main.wasm: cannot run: does not export _start", thrown.getMessage());
      assertEquals(State.READY, program.state());
    }
  }

  @Test
  void aLoopRunsOutOfTime() throws LinkException {
    test.option(o -> o.timeout(SHORT));
    ModuleBuilder main = shared("main.wasm").exportedFunction("_start", "() -> ()", forever());

    try (Program program = test.link(main)) {
      TrapException thrown = assertThrows(TrapException.class, program::run);
      assertEquals(TrapKind.TIMEOUT, thrown.kind());
      assertEquals("still running after 0.05 s", thrown.getMessage());
      assertEquals(State.FAILED, program.state());
    }
    assertFalse(Thread.interrupted());
    test.assertNothingLeft();
  }

  @Test
  void aConstructorRunsOutOfTime() {
    test.option(o -> o.timeout(SHORT));
    test.libraries(shared("lib.so").exportedFunction("__wasm_call_ctors", "() -> ()", forever()));

    TrapException thrown =
        test.refuse(TrapException.class, TestLibrary.of(shared("main.wasm", "lib.so")));

    assertEquals(TrapKind.TIMEOUT, thrown.kind());
    assertEquals("still running after 0.05 s", thrown.getMessage());
    assertFalse(Thread.interrupted());
  }

  @Test
  void aStartFunctionRunsOutOfTime() {
    test.option(o -> o.timeout(SHORT));
    test.libraries(shared("lib.so").function("begin", "() -> ()", forever()).start("begin"));

    TrapException thrown =
        test.refuse(TrapException.class, TestLibrary.of(shared("main.wasm", "lib.so")));

    assertEquals(TrapKind.TIMEOUT, thrown.kind());
  }

  @Test
  void aProgramThatEndsInTimeKeepsNoThread() throws LinkException {
    test.option(o -> o.timeout(Duration.ofDays(1)));

    try (Program program =
        test.link(shared("main.wasm").exportedFunction("_start", "() -> ()", code()))) {
      assertEquals(0, program.run());
    }
    test.assertNothingLeft();
  }

  @Test
  void aTimeoutOfManyYearsIsNone() throws Exception {
    test.option(o -> o.timeout(Duration.ofSeconds(Long.MAX_VALUE)));

    try (Program program =
        test.link(shared("main.wasm").exportedFunction("_start", "() -> ()", code()))) {
      Thread watchdog =
          Thread.getAllStackTraces().keySet().stream()
              .filter(t -> t.getName().equals("dylink-timeout-" + program.id()))
              .findFirst()
              .orElseThrow();
      watchdog.join(20);
      assertTrue(watchdog.isAlive());
      assertEquals(0, program.run());
    }
    test.assertNothingLeft();
  }

  @Test
  void anotherThreadStopsALoop() throws Exception {
    CountDownLatch looping = new CountDownLatch(1);
    Program program = test.link(loopThatTells(looping));

    CompletableFuture<TrapException> run =
        CompletableFuture.supplyAsync(() -> assertThrows(TrapException.class, program::run));
    assertTrue(looping.await(30, TimeUnit.SECONDS));
    program.stop("enough");

    TrapException thrown = run.get(30, TimeUnit.SECONDS);
    assertEquals(TrapKind.STOPPED, thrown.kind());
    assertEquals("enough", thrown.getMessage());
    assertThrows(TrapException.class, () -> program.call("_start"));
    program.close();
    test.assertNothingLeft();
  }

  @Test
  void closingStopsALoopAndWaitsForIt() throws Exception {
    CountDownLatch looping = new CountDownLatch(1);
    Program program = test.link(loopThatTells(looping));

    CompletableFuture<TrapException> run =
        CompletableFuture.supplyAsync(() -> assertThrows(TrapException.class, program::run));
    assertTrue(looping.await(30, TimeUnit.SECONDS));
    program.close();

    assertEquals("main.wasm: program is closed", run.get(30, TimeUnit.SECONDS).getMessage());
    assertEquals(State.CLOSED, program.state());
    test.assertNothingLeft();
  }

  @Test
  void aClosedProgramRefusesEverythingAndOpensNothingAgain() throws LinkException {
    test.host(new FakeHost("env"));
    Program program = test.link(shared("main.wasm").exportedFunction("_start", "() -> ()", code()));
    program.close();
    program.close();

    var call = assertThrows(IllegalStateException.class, () -> program.call("nothing"));
    var run = assertThrows(IllegalStateException.class, program::run);

    assertEquals("main.wasm: program " + program.id() + " is closed", call.getMessage());
    assertEquals("main.wasm: cannot run: program " + program.id() + " is CLOSED", run.getMessage());
    test.assertNothingLeft();
  }

  @Test
  void aHostLibraryThatCannotCloseKeepsNothingElseOpen() throws LinkException {
    FakeHost broken = new FakeHost("broken").failingToClose();
    broken.with("f", "() -> ()", (guest, arguments) -> null);
    FakeHost good = new FakeHost("good").with("f", "() -> ()", (guest, arguments) -> null);
    test.host(broken).host(good);
    ModuleBuilder main = shared("main.wasm").importFunction("broken", "f", "() -> ()");
    var program = test.link(main.importFunction("good", "f", "() -> ()"));
    boolean[] told = new boolean[1];
    program.onClose(() -> told[0] = true);

    var thrown = assertThrows(IllegalStateException.class, program::close);

    assertEquals("cannot close", thrown.getMessage());
    assertTrue(told[0]);
    assertEquals(0, good.openInstances());
    assertEquals(State.CLOSED, program.state());
  }

  private ModuleBuilder loopThatTells(CountDownLatch looping) {
    test.host(
        new FakeHost("test")
            .with(
                "looping",
                "() -> ()",
                (guest, arguments) -> {
                  looping.countDown();
                  return null;
                }));
    return shared("main.wasm")
        .importFunction("test", "looping", "() -> ()")
        .exportedFunction("_start", "() -> ()", code().call("test.looping").loop().br(0).end());
  }

  private static Code forever() {
    return code().loop().br(0).end();
  }
}
