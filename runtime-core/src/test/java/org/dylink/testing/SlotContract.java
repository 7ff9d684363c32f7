package org.dylink.testing;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dylink.engine.Function;
import org.dylink.engine.FunctionSlot;
import org.dylink.engine.GuestFrame;
import org.dylink.engine.Instance;
import org.dylink.engine.Table;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.junit.jupiter.api.Test;

/** Imports that are bound late, and again. */
abstract class SlotContract extends ContractTest {
  private static final int CALLS = 20_000;

  @Test
  void callsWhatItIsBoundTo() {
    FunctionSlot slot = slot();
    Instance instance = importing("app.wasm", slot);
    slot.bind(constant(1));

    assertEquals(1, call(instance, "f"));
    assertEquals(1, slot.call());
  }

  @Test
  void givesATypedHandleThatFollowsTheBinding() throws Throwable {
    FunctionSlot slot = slot();
    var handle = slot.handle();
    slot.bind(constant(1));
    assertEquals(1, (int) handle.invokeExact());
    slot.bind(constant(2));
    assertEquals(2, (int) handle.invokeExact());
  }

  @Test
  void changesAllCallersWhenBoundAgain() {
    FunctionSlot slot = slot();
    Table table = table(1, 1);
    table.set(0, slot);
    Instance first = importing("app.wasm", slot);
    Instance second = importing("libfoo.so", slot);
    Instance indirect =
        run(
            module("libbar.so")
                .importTable("env", "table", 1)
                .exportedFunction("f", "() -> i32", code().i32Const(0).callIndirect("() -> i32")),
            table);
    for (int value : new int[] {1, 2}) {
      slot.bind(constant(value));
      assertEquals(value, call(first, "f"));
      assertEquals(value, call(second, "f"));
      assertEquals(value, call(indirect, "f"));
    }
  }

  @Test
  void bindsToAGuestsFunctionThatWasMadeLater() {
    FunctionSlot slot = slot();
    Instance caller = importing("app.wasm", slot);
    Instance provider =
        run(module("libfoo.so").exportedFunction("x", "() -> i32", code().i32Const(5)));
    slot.bind(function(provider, "x"));

    assertEquals(5, call(caller, "f"));
  }

  @Test
  void closesACycleBetweenTwoModules() {
    FunctionSlot slot = slot();
    Instance first = importing("liba.so", slot);
    Instance second = importing("libb.so", function(first, "f"));
    slot.bind(constant(6));

    assertEquals(6, call(second, "f"));
  }

  @Test
  void tellsWhatItIsBoundTo() {
    FunctionSlot slot = slot();
    assertNull(slot.current());

    Function target = constant(1);
    slot.bind(target);
    assertSame(target, slot.current());
    assertEquals("env.x", slot.name());
    assertEquals(Signature.of("() -> i32"), slot.type());
  }

  @Test
  void isBoundLaterWhenItIsCalled() {
    FunctionSlot slot = slot();
    Instance caller = importing("app.wasm", slot);
    assertFalse(slot.isBound());

    slot.bindLater(() -> constant(9));
    assertTrue(slot.isBound());
    assertEquals(9, call(caller, "f"));
    assertEquals(9, call(caller, "f"));
  }

  @Test
  void isBoundLaterWhenItIsAskedFor() {
    FunctionSlot slot = slot();
    slot.bind(constant(1));
    Instance caller = importing("app.wasm", slot);
    assertEquals(1, call(caller, "f"));

    Function target = constant(2);
    slot.bindLater(() -> target);
    assertSame(target, slot.current());
    assertEquals(2, call(caller, "f"));
  }

  @Test
  void trapsUnboundWithTheSymbol() {
    Instance instance = importing("app.wasm", slot());

    var trap = assertThrows(TrapException.class, () -> call(instance, "f"));
    assertEquals(TrapKind.UNDEFINED_FUNCTION, trap.kind());
    assertEquals("undefined function env.x", trap.getMessage());
    assertEquals(
        List.of(new GuestFrame("app.wasm", "inner"), new GuestFrame("app.wasm", "f")),
        trap.guestStack());
  }

  @Test
  void refusesAFunctionOfAnotherType() {
    FunctionSlot slot = slot();
    Function other = host("other", "(i32) -> i32", arguments -> 0);

    var thrown = assertThrows(IllegalArgumentException.class, () -> slot.bind(other));
    assertEquals("env.x: expected () -> i32, found (i32) -> i32", thrown.getMessage());
    assertNull(slot.current());
  }

  @Test
  void bindsToAnotherSlot() {
    FunctionSlot slot = slot();
    FunctionSlot behind = slot();
    slot.bind(behind);
    behind.bind(constant(8));

    assertEquals(8, call(importing("app.wasm", slot), "f"));
    assertSame(behind, slot.current());
  }

  @Test
  void isBoundAgainByTheFunctionThatRuns() {
    FunctionSlot slot = slot();
    Function last = constant(2);
    slot.bind(
        host(
            "first",
            "() -> i32",
            arguments -> {
              slot.bind(last);
              return 1;
            }));
    Instance instance = importing("app.wasm", slot);

    assertEquals(1, call(instance, "f"));
    assertEquals(2, call(instance, "f"));
  }

  /** Threads that come to an import at once bind it each. */
  @Test
  void whoCallsWhileItIsBoundOnceMoreComesToItsFunction() throws Exception {
    Function eight = constant(8);
    FunctionSlot slot = slot();
    slot.bindLater(() -> eight);
    Instance instance = importing("app.wasm", slot);
    AtomicBoolean isOver = new AtomicBoolean();
    Thread binder =
        new Thread(
            () -> {
              while (!isOver.get()) {
                slot.bindLater(() -> eight);
              }
            });
    binder.start();
    try {
      for (int i = 0; i < CALLS; i++) {
        assertEquals(8, call(instance, "f"));
      }
    } finally {
      isOver.set(true);
      binder.join();
    }
  }

  private FunctionSlot slot() {
    return engine().newSlot("env.x", Signature.of("() -> i32"));
  }

  private Function constant(int value) {
    return host("constant", "() -> i32", arguments -> value);
  }

  private Instance importing(String name, Function x) {
    return run(
        module(name)
            .importFunction("env", "x", "() -> i32")
            .function("inner", "() -> i32", code().call("env.x"))
            .exportedFunction("f", "() -> i32", code().call("inner"))
            .withNames(),
        x);
  }
}
