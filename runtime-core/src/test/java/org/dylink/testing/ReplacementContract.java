package org.dylink.testing;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.dylink.engine.CodeHold;
import org.dylink.engine.CompiledModule;
import org.dylink.engine.ExecutionControl;
import org.dylink.engine.Function;
import org.dylink.engine.FunctionSlot;
import org.dylink.engine.Instance;
import org.dylink.engine.InstanceLimits;
import org.dylink.engine.Table;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Other code behind the functions of an instance; engines that cannot do it say so. */
abstract class ReplacementContract extends ContractTest {
  private static final int F = 1; // of the modules below: index 0 is the import

  @BeforeEach
  void onlyWhereCodeIsReplaced() {
    assumeTrue(engine().replacesCode(), engine().name() + " does not replace code");
  }

  /** A library whose {@code f} gives a number, once {@code host} lets it. */
  private Instance giving(int number, Function host) {
    return run(libf(number), host);
  }

  private static ModuleBuilder libf(int number) {
    return module("libf.so")
        .importFunction("env", "pause", "() -> ()")
        .exportedFunction("f", "() -> i32", code().call("env.pause").i32Const(number));
  }

  private Instance fresh(int number, Function host) {
    return compile(libf(number)).instantiate(List.of(host), InstanceLimits.NONE);
  }

  private Function nothing() {
    return host("pause", "() -> ()", arguments -> null);
  }

  private void replace(Instance old, Instance next) {
    try (CodeHold hold = old.hold()) {
      hold.replace(next, Map.of(F, F));
      next.takeOver(false);
      hold.keep(Map.of());
    }
  }

  @Test
  void handlesSlotsTablesAndImportsReachTheNewCode() throws Throwable {
    Instance old = giving(1, nothing());
    Function f = function(old, "f");
    MethodHandle handle = f.handle();
    FunctionSlot slot = engine().newSlot("f", f.type());
    slot.bind(f);
    Table table = table(2, 2);
    table.set(1, f);
    Instance indirect =
        run(
            module("app.wasm")
                .importTable("env", "table", 1)
                .exportedFunction("g", "() -> i32", code().i32Const(1).callIndirect("() -> i32")),
            table);
    CompiledModule user =
        compile(
            module("user.wasm")
                .importFunction("env", "f", "() -> i32")
                .exportedFunction("g", "() -> i32", code().call("env.f")));
    Instance bySlot = run(user, slot);
    Instance direct = run(user, f);
    for (int number = 1; number <= 3; number++) {
      for (int i = 0; i < 100; i++) {
        assertEquals(number, (int) handle.invokeExact());
        assertEquals(number, call(indirect, "g"));
        assertEquals(number, call(bySlot, "g"));
        assertEquals(number, call(direct, "g"));
      }
      Instance next = fresh(number + 1, nothing());
      replace(old, next);
      old = next;
      assertSame(f, function(old, "f"));
      assertSame(f, table.get(1));
    }
  }

  @Test
  void codeThatIsMadeReadyIsNotSeenBeforeItIsPutInPlace() {
    Instance old = giving(1, nothing());
    assertEquals(1, call(old, "f"));
    CompiledModule compiled = compile(libf(2));
    old.prepareReplacement(compiled, Map.of(F, F));
    assertEquals(1, call(old, "f"));
    replace(old, compiled.instantiate(List.of(nothing()), InstanceLimits.NONE));
    assertEquals(2, call(old, "f"));
  }

  @Test
  void whatIsNotKeptIsAsItWas() {
    Instance old = giving(1, nothing());
    Function f = function(old, "f");
    assertEquals(1, f.call());
    try (CodeHold hold = old.hold()) {
      hold.replace(fresh(2, nothing()), Map.of(F, F));
    }
    assertEquals(1, f.call());
    assertSame(f, function(old, "f"));
    Function.Origin origin = f.origin().orElseThrow();
    assertEquals(F, origin.index());
  }

  @Test
  void aFunctionThatIsGoneIsStoodInFor() {
    Instance old = giving(1, nothing());
    Function f = function(old, "f");
    Function trap =
        host(
            "f",
            "() -> i32",
            arguments -> {
              throw new TrapException(TrapKind.UNINITIALIZED_ELEMENT, "gone");
            });
    try (CodeHold hold = old.hold()) {
      assertEquals(List.of(f), hold.functions());
      hold.replace(fresh(2, nothing()), Map.of());
      hold.keep(Map.of(f, trap));
    }
    assertEquals("gone", assertThrows(TrapException.class, f::call).getMessage());
  }

  @Test
  void functionsOfAnotherTypeAreRefused() {
    Instance old = giving(1, nothing());
    Instance other =
        compile(
                module("libf.so")
                    .importFunction("env", "pause", "() -> ()")
                    .exportedFunction("f", "() -> i64", code().i64Const(1)))
            .instantiate(List.of(nothing()), InstanceLimits.NONE);
    try (CodeHold hold = old.hold()) {
      String message =
          assertThrows(IllegalArgumentException.class, () -> hold.replace(other, Map.of(F, F)))
              .getMessage();
      assertTrue(message.endsWith("expected () -> i32, found () -> i64"), message);
    }
    assertEquals(1, call(old, "f"));
  }

  @Test
  void aSecondHoldIsRefused() {
    Instance old = giving(1, nothing());
    try (CodeHold hold = old.hold()) {
      assertTrue(hold.functions().isEmpty());
      assertEquals(
          "libf.so: calls are held back already",
          assertThrows(IllegalStateException.class, old::hold).getMessage());
    }
    old.hold().close();
  }

  @Test
  void callsUnderWayEndOnTheOldCodeAndOthersWait() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Function pause =
        host(
            "pause",
            "() -> ()",
            arguments -> {
              inside.countDown();
              goOn.await();
              return null;
            });
    Instance old = giving(1, pause);
    Function f = function(old, "f");
    ExecutionControl control = engine().newExecutionControl();
    CompletableFuture<Object> underWay = running(control, f);
    inside.await();
    ExecutionControl others = engine().newExecutionControl();
    CompletableFuture<Object> waiting;
    try (CodeHold hold = old.hold()) {
      assertFalse(hold.isOutside(control));
      Instance next = fresh(2, nothing());
      waiting = running(others, f);
      while (others.tryEnter()) {
        others.leave(); // until the other thread has begun
      }
      assertTrue(hold.isOutside(others));
      goOn.countDown();
      assertEquals(1, underWay.get(60, TimeUnit.SECONDS));
      assertTrue(hold.isOutside(control));
      assertFalse(waiting.isDone());
      hold.replace(next, Map.of(F, F));
      next.takeOver(false);
      hold.keep(Map.of());
    }
    assertEquals(2, waiting.get(60, TimeUnit.SECONDS));
  }

  // Each in a thread of its own: the common pool of two processors has one in JDK 25.
  private static CompletableFuture<Object> running(ExecutionControl control, Function f) {
    return CompletableFuture.supplyAsync(
        () -> control.call(f::call), call -> new Thread(call, "caller").start());
  }
}
