package org.dylink.linker.threads;

import static org.dylink.linker.testing.Shapes.threaded;
import static org.dylink.testing.Code.code;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.dylink.engine.Engine;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.engine.host.ProgramExit;
import org.dylink.linker.LinkException;
import org.dylink.linker.Program;
import org.dylink.linker.Program.State;
import org.dylink.linker.testing.EachEngine;
import org.dylink.linker.testing.FakeHost;
import org.dylink.linker.testing.TestLibrary;
import org.dylink.testing.Code;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;

/** How programs with threads end: all of their threads at once, whatever they do. */
@EachEngine
class ThreadEndTest extends ThreadTest {
  ThreadEndTest(Engine engine) {
    super(engine);
    test.host(
        new FakeHost("end")
            .with(
                "exit",
                "(i32) -> ()",
                (guest, arguments) -> {
                  throw new ProgramExit((int) arguments[0]);
                })
            .with(
                "throw",
                "() -> ()",
                (guest, arguments) -> {
                  throw new IllegalStateException("the host's");
                }));
  }

  private static ModuleBuilder mainWithEnds(String... needed) {
    return newMain(needed)
        .importFunction("end", "exit", "(i32) -> ()")
        .importFunction("end", "throw", "() -> ()");
  }

  /** One thread loops, one waits in the host, and then a third does something. */
  private static ModuleBuilder threeThreads(Code third, Code mainDoes) {
    ModuleBuilder main = mainWithEnds();
    main.function("third", "() -> ()", third);
    thread(
        main,
        code()
            .localGet(1)
            .i32Const(1)
            .i32Eq()
            .ifThen()
            .localGet(0)
            .localGet(1)
            .call(TELL)
            .loop()
            .br(0)
            .end()
            .end()
            .localGet(1)
            .i32Const(2)
            .i32Eq()
            .ifThen()
            .localGet(0)
            .localGet(1)
            .call(TELL)
            .call(PAUSE)
            .end()
            .call("third"));
    return start(main, spawn(spawn(code(), 1), 2).then(mainDoes));
  }

  private void awaitTwo() {
    assertEquals(3, steps.next().second() + steps.next().second());
  }

  @Test
  void aTrapInAThreadEndsAllWithItsStack() throws Exception {
    ModuleBuilder main =
        threeThreads(code().call(PAUSE).unreachable(), spawn(code(), 3).then(forever()));
    try (Program program = test.link(main.withNames())) {
      CompletableFuture<Integer> running = run(program);
      awaitTwo();
      steps.go();
      steps.go();

      TrapException thrown = trapOf(running);

      assertEquals(TrapKind.UNREACHABLE, thrown.kind());
      assertTrue(thrown.getMessage().matches("in thread [23](: .*)?"), thrown.getMessage());
      assertEquals(
          List.of("third (main.wasm)", "wasi_thread_start (main.wasm)"),
          thrown.guestStack().stream().map(Object::toString).toList());
      assertEquals(State.FAILED, program.state());
      assertEquals(Optional.of(thrown.summary()), program.failure());
    }
    assertNothingLeft();
  }

  private static TrapException trapOf(CompletableFuture<Integer> running) {
    ExecutionException failure = assertThrows(ExecutionException.class, () -> exitCode(running));
    return assertInstanceOf(TrapException.class, failure.getCause());
  }

  @Test
  void anExitInAThreadIsTheProgramsExit() throws Exception {
    ModuleBuilder main =
        threeThreads(code().i32Const(7).call("end.exit"), spawn(code(), 3).then(forever()));
    try (Program program = test.link(main)) {
      CompletableFuture<Integer> running = run(program);

      assertEquals(7, exitCode(running));
      assertEquals(State.EXITED, program.state());
      assertEquals(Optional.of(7), program.exitCode());
    }
    assertNothingLeft();
  }

  // A thread in the host that no interrupt reaches stands for one that gets no processor.
  @Test
  void aThreadThatDoesNotEndKeepsNobodyAndGivesEverythingBackWhenItDoes() throws Exception {
    CountDownLatch isHeld = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    FakeHost host =
        new FakeHost("slow")
            .forThreads()
            .with(
                "hold",
                "() -> ()",
                (guest, arguments) -> {
                  isHeld.countDown();
                  awaitWhateverHappens(release);
                  return null;
                });
    test.host(host);
    ModuleBuilder main = mainWithEnds().importFunction("slow", "hold", "() -> ()");
    thread(main, code().call("slow.hold"));
    start(main, spawn(code(), 1).call(PAUSE).i32Const(7).call("end.exit"));
    try (Program program = test.link(main)) {
      CompletableFuture<Integer> running = run(program);
      assertTrue(isHeld.await(60, TimeUnit.SECONDS));
      steps.go();

      assertEquals(7, exitCode(running));
      assertEquals(State.EXITED, program.state());
    }
    assertEquals(1, host.openInstances());
    release.countDown();
    assertNothingLeft();
  }

  private static void awaitWhateverHappens(CountDownLatch latch) {
    boolean interrupted = false;
    while (latch.getCount() > 0) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void mainsReturnEndsTheOthers() throws Exception {
    ModuleBuilder main = threeThreads(code(), code().call(PAUSE));
    try (Program program = test.link(main)) {
      CompletableFuture<Integer> running = run(program);
      awaitTwo();
      steps.go();
      steps.go();

      assertEquals(0, exitCode(running));
      assertEquals(State.EXITED, program.state());
    }
    assertNothingLeft();
  }

  @Test
  void whatAHostFunctionThrowsInAThreadComesToWhoRunsMain() throws Exception {
    ModuleBuilder main = threeThreads(code().call("end.throw"), spawn(code(), 3).then(forever()));
    try (Program program = test.link(main)) {
      ExecutionException failure =
          assertThrows(ExecutionException.class, () -> exitCode(run(program)));

      assertInstanceOf(IllegalStateException.class, failure.getCause());
      assertEquals("the host's", failure.getCause().getMessage());
      assertEquals(Optional.of("the host's"), program.failure());
    }
  }

  @Test
  void aStopEndsAll() throws Exception {
    ModuleBuilder main = threeThreads(code(), forever());
    try (Program program = test.link(main)) {
      CompletableFuture<Integer> running = run(program);
      awaitTwo();

      program.stop("killed");

      assertEquals("killed", trapOf(running).getMessage());
    }
    assertNothingLeft();
  }

  @Test
  void theEndOfItsTimeEndsAll() throws Exception {
    ModuleBuilder main = threeThreads(code(), forever());
    test.option(request -> request.timeout(Duration.ofMillis(300)));
    try (Program program = test.link(main)) {
      TrapException thrown = trapOf(run(program));

      assertEquals(TrapKind.TIMEOUT, thrown.kind());
      assertEquals("still running after 0.3 s", thrown.getMessage());
    }
    assertNothingLeft();
  }

  @Test
  void aProgramThatIsClosedGivesBackItsHostsWhenTheLastThreadIsGone() throws Exception {
    ModuleBuilder main = threeThreads(code(), forever());
    CompletableFuture<Integer> running;
    try (Program program = test.link(main)) {
      running = run(program);
      awaitTwo();
    }
    assertEquals("main.wasm: program is closed", trapOf(running).getMessage());
    assertNothingLeft();
  }

  @Test
  void aThreadThatTrapsBeforeMainRunsFailsTheProgram() throws Exception {
    ModuleBuilder main = mainWithEnds();
    thread(main, code().unreachable());
    main.exportedFunction("begin", "() -> ()", spawn(code(), 1).then(forever()));
    try (Program program = test.link(main)) {
      TrapException thrown = assertThrows(TrapException.class, () -> program.call("begin"));

      assertEquals(TrapKind.STOPPED, thrown.kind());
      assertEquals("thread 1 has ended the program", thrown.getMessage());
      assertEquals(State.FAILED, program.state());
      assertTrue(program.failure().orElseThrow().contains("in thread 1"));
    }
  }

  @Test
  void aThreadThatTrapsWhileTheProgramIsLinkedFailsTheLink() {
    ModuleBuilder lib =
        threaded("lib.so")
            .importFunction("wasi", "thread-spawn", "(i32) -> i32")
            .exportedFunction("__wasm_call_ctors", "() -> ()", spawn(code(), 1).then(forever()))
            .exportedFunction("wasi_thread_start", "(i32, i32) -> ()", code().unreachable());
    test.libraries(lib);

    LinkException thrown = test.refuse(TestLibrary.of(newMain("lib.so")));

    assertEquals(LinkException.Reason.INIT_FAILED, thrown.reason());
    assertTrue(
        thrown.getMessage().startsWith("main.wasm: thread 1 has ended the program: unreachable"),
        thrown.getMessage());
  }

  @Test
  void aStackThatIsUsedUpInAThreadIsNamed() throws Exception {
    ModuleBuilder main = mainWithEnds();
    thread(
        main,
        code()
            .i32Const(-16)
            .globalSet("env.__stack_pointer")
            .globalGet("env.__stack_pointer")
            .i32Const(1)
            .i32Store(0));
    start(main, spawn(code(), 1).then(forever()));
    try (Program program = test.link(main)) {
      TrapException thrown = trapOf(run(program));

      assertEquals(TrapKind.STACK_OVERFLOW, thrown.kind());
      assertEquals("in thread 1: stack of thread 1 is used up", thrown.getMessage());
    }
  }
}
