package org.dylink.testing;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.dylink.engine.CompiledModule;
import org.dylink.engine.ExecutionControl;
import org.dylink.engine.Function;
import org.dylink.engine.Instance;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.engine.host.ProgramExit;
import org.dylink.format.ValueType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stopping a program from another thread; programs in several threads. */
abstract class ControlContract extends ContractTest {
  private static final String VOID = "() -> ()";

  private ExecutorService threads;

  @BeforeEach
  void makeThreads() {
    threads = Executors.newCachedThreadPool();
  }

  @AfterEach
  void endThreads() {
    threads.shutdownNow();
  }

  @Test
  void givesWhatTheWorkGives() {
    ExecutionControl control = engine().newExecutionControl();
    var thrown = new ProgramExit(1);
    Supplier<Object> failing =
        () -> {
          throw thrown;
        };

    assertEquals("x", control.call(() -> "x"));
    assertSame(thrown, assertThrows(ProgramExit.class, () -> control.call(failing)));
    assertEquals("y", control.call(() -> "y"));
  }

  @Test
  void stopsALoopWithoutCalls() {
    assertStops(code().call("env.ready").loop().br(0).end());
  }

  @Test
  void stopsALoopWithABranchThatDependsOnMemory() {
    assertStops(code().call("env.ready").loop().i32Const(0).i32Load(0).i32Eqz().brIf(0).end());
  }

  @Test
  void stopsRecursionThatNeverDeepens() {
    assertStops(code().call("env.ready").loop().call("leaf").br(0).end());
  }

  @Test
  void stopsAHostFunctionThatWaits() {
    CountDownLatch never = new CountDownLatch(1);
    Function waiting =
        host(
            "wait",
            VOID,
            arguments -> {
              never.await();
              return null;
            });
    Instance instance =
        run(
            module("lib.so")
                .importFunction("env", "wait", VOID)
                .exportedFunction("f", VOID, code().call("env.wait")),
            waiting);
    ExecutionControl control = engine().newExecutionControl();
    CountDownLatch ready = new CountDownLatch(1);
    Future<Boolean> interrupted =
        runControlled(
            control,
            () -> {
              ready.countDown();
              return call(instance, "f");
            });
    await(ready);
    control.stop("time limit");

    assertEquals(false, get(interrupted));
  }

  @Test
  void refusesFurtherCallsWithTheFirstReason() {
    ExecutionControl control = engine().newExecutionControl();
    control.stop("withdrawn");
    control.stop("again");
    List<String> ran = new ArrayList<>();

    for (int i = 0; i < 2; i++) {
      var trap = assertThrows(TrapException.class, () -> control.call(() -> ran.add("ran")));
      assertEquals(TrapKind.STOPPED, trap.kind());
      assertEquals("withdrawn", trap.getMessage());
    }
    assertEquals(List.of(), ran);
    assertFalse(Thread.currentThread().isInterrupted());
  }

  @Test
  void leavesTheThreadAloneOnceTheWorkIsDone() {
    ExecutionControl control = engine().newExecutionControl();
    control.call(() -> "done");
    control.stop("late");

    assertFalse(Thread.currentThread().isInterrupted());
  }

  @Test
  void isStoppedByAHostFunctionOfTheProgramItself() {
    ExecutionControl control = engine().newExecutionControl();
    Function stop =
        host(
            "stop",
            VOID,
            arguments -> {
              control.stop("asked for");
              return null;
            });
    Instance instance =
        run(
            module("lib.so")
                .importFunction("env", "stop", VOID)
                .exportedFunction("f", VOID, code().call("env.stop").loop().br(0).end()),
            stop);

    var trap = assertThrows(TrapException.class, () -> control.call(() -> call(instance, "f")));
    assertEquals(TrapKind.STOPPED, trap.kind());
    assertEquals("asked for", trap.getMessage());
    assertFalse(Thread.currentThread().isInterrupted());
  }

  @Test
  void stopsTheOuterCallAfterANestedOneIsDone() {
    ExecutionControl control = engine().newExecutionControl();
    CountDownLatch ready = new CountDownLatch(1);
    Function nested =
        host(
            "ready",
            VOID,
            arguments -> {
              control.call(() -> "nested");
              ready.countDown();
              return null;
            });
    Instance instance = run(looping(code().call("env.ready").loop().br(0).end()), nested);
    Future<Boolean> interrupted = runControlled(control, () -> call(instance, "f"));
    await(ready);
    control.stop("time limit");

    assertEquals(false, get(interrupted));
  }

  @Test
  void stopsANestedCallAndAllAroundIt() {
    ExecutionControl control = engine().newExecutionControl();
    CountDownLatch ready = new CountDownLatch(1);
    Function note = host("ready", VOID, arguments -> countDown(ready));
    Instance inner = run(looping(code().call("env.ready").loop().br(0).end()), note);
    Function nested = host("ready", VOID, arguments -> control.call(() -> call(inner, "f")));
    Instance outer = run(looping(code().call("env.ready")), nested);
    Future<Boolean> interrupted = runControlled(control, () -> call(outer, "f"));
    await(ready);
    control.stop("time limit");

    assertEquals(false, get(interrupted));
  }

  @Test
  void interruptsNoThreadThatHasJustLeft() {
    for (int round = 0; round < 100; round++) {
      ExecutionControl control = engine().newExecutionControl();
      CountDownLatch ready = new CountDownLatch(1);
      Future<Boolean> interrupted =
          runControlled(
              control,
              () -> {
                ready.countDown();
                return null;
              },
              true);
      await(ready);
      control.stop("time limit");

      assertEquals(false, get(interrupted));
    }
  }

  @Test
  void aGuardedHandleIsStoppedAndRefused() throws Throwable {
    CountDownLatch ready = new CountDownLatch(1);
    Instance instance =
        run(
            looping(code().call("env.ready").loop().br(0).end()),
            host("ready", VOID, arguments -> countDown(ready)));
    ExecutionControl control = engine().newExecutionControl();
    MethodHandle guarded = control.guard(function(instance, "f").handle());
    Supplier<Object> call =
        () -> {
          try {
            guarded.invokeExact();
            return null;
          } catch (RuntimeException e) {
            throw e;
          } catch (Throwable e) {
            throw new IllegalStateException(e);
          }
        };
    Future<Boolean> interrupted = runControlled(control, call);
    await(ready);
    control.stop("time limit");

    assertEquals(false, get(interrupted));
    var refused = assertThrows(TrapException.class, call::get);
    assertEquals("time limit", refused.getMessage());
  }

  @Test
  void runsTwoProgramsOfOneModuleAtOnce() {
    // Each adds 1 to its own memory and global, and meets the other half way.
    CompiledModule compiled =
        compile(
            module("lib.so")
                .importFunction("env", "meet", VOID)
                .memory(1)
                .global("g", ValueType.I32, true, code().i32Const(0))
                .exportedFunction(
                    "f",
                    "(i32) -> i32",
                    code()
                        .call("env.meet")
                        .loop()
                        .i32Const(8)
                        .i32Const(8)
                        .i32Load(0)
                        .i32Const(1)
                        .i32Add()
                        .i32Store(0)
                        .globalGet("g")
                        .i32Const(1)
                        .i32Add()
                        .globalSet("g")
                        .localGet(0)
                        .i32Const(1)
                        .i32Sub()
                        .localTee(0)
                        .brIf(0)
                        .end()
                        .i32Const(8)
                        .i32Load(0)
                        .globalGet("g")
                        .i32Add()));
    CountDownLatch both = new CountDownLatch(2);
    Function meet =
        host(
            "meet",
            VOID,
            arguments -> {
              both.countDown();
              await(both);
              return null;
            });
    Future<Object> first = threads.submit(() -> call(run(compiled, meet), "f", 20_000));
    Future<Object> second = threads.submit(() -> call(run(compiled, meet), "f", 30_000));

    assertEquals(40_000, get(first));
    assertEquals(60_000, get(second));
  }

  @Test
  void stopsOneOfTwoPrograms() {
    CompiledModule compiled = compile(looping(code().call("env.ready").loop().br(0).end()));
    CountDownLatch ready = new CountDownLatch(2);
    Function note = host("ready", VOID, arguments -> countDown(ready));
    ExecutionControl first = engine().newExecutionControl();
    ExecutionControl second = engine().newExecutionControl();
    Future<Boolean> firstDone = runControlled(first, () -> call(run(compiled, note), "f"));
    Future<Boolean> secondDone = runControlled(second, () -> call(run(compiled, note), "f"));
    await(ready);

    first.stop("time limit");
    get(firstDone);
    assertFalse(secondDone.isDone());
    second.stop("time limit");
    get(secondDone);
  }

  private void assertStops(Code code) {
    CountDownLatch ready = new CountDownLatch(1);
    Instance instance = run(looping(code), host("ready", VOID, arguments -> countDown(ready)));
    ExecutionControl control = engine().newExecutionControl();
    Future<Boolean> interrupted = runControlled(control, () -> call(instance, "f"));
    await(ready);
    control.stop("time limit");

    assertEquals(false, get(interrupted), "the thread's interrupt flag");
    var again = assertThrows(TrapException.class, () -> control.call(() -> call(instance, "f")));
    assertEquals("time limit", again.getMessage());
  }

  /** Runs work that must be stopped; gives the thread's interrupt flag afterwards. */
  private Future<Boolean> runControlled(ExecutionControl control, Supplier<Object> work) {
    return runControlled(control, work, false);
  }

  /** The same for work that may be done again and again until it is stopped. */
  private Future<Boolean> runControlled(
      ExecutionControl control, Supplier<Object> work, boolean again) {
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    threads.execute(
        () -> {
          try {
            var trap = assertThrows(TrapException.class, () -> repeat(control, work, again));
            assertEquals(TrapKind.STOPPED, trap.kind());
            assertEquals("time limit", trap.getMessage());
            done.complete(Thread.currentThread().isInterrupted());
          } catch (AssertionError e) {
            done.completeExceptionally(e);
          }
        });
    return done;
  }

  // Not a loop that counts: HotSpot may compile one without a safepoint, and the thread that is to
  // stop it waits for that at its own.
  private static void repeat(ExecutionControl control, Supplier<Object> work, boolean again) {
    do {
      control.call(work);
    } while (again);
  }

  private static ModuleBuilder looping(Code code) {
    return module("lib.so")
        .importFunction("env", "ready", VOID)
        .memory(1)
        .function("leaf", VOID, code())
        .exportedFunction("f", VOID, code);
  }

  private static Object countDown(CountDownLatch latch) {
    latch.countDown();
    return null;
  }

  private static void await(CountDownLatch latch) {
    try {
      assertEquals(true, latch.await(60, TimeUnit.SECONDS), "not there in time");
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> T get(Future<T> future) {
    try {
      return future.get(60, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }
}
