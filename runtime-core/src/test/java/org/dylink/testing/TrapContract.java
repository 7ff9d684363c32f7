package org.dylink.testing;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.dylink.engine.CompiledModule;
import org.dylink.engine.Function;
import org.dylink.engine.GuestFrame;
import org.dylink.engine.Instance;
import org.dylink.engine.InstanceLimits;
import org.dylink.engine.InvalidModuleException;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.format.ValueType;
import org.dylink.format.WasmModule;
import org.junit.jupiter.api.Test;

/** Why a guest stops by itself, and where it was. */
abstract class TrapContract extends ContractTest {
  private static final String VOID = "() -> ()";

  @Test
  void tellsUnreachable() {
    var trap = trapOf(code().unreachable());
    assertEquals(TrapKind.UNREACHABLE, trap.kind());
    assertEquals("unreachable instruction executed", trap.getMessage());
  }

  @Test
  void namesTheFunctionsOfAModuleThatIsCompiledTwice() throws InvalidModuleException {
    WasmModule module =
        ModuleBuilder.module("twice.wasm")
            .withNames()
            .exportedFunction("fail", VOID, code().unreachable())
            .build();
    CompiledModule first = engine().compile(module);
    CompiledModule second = engine().compile(module);
    for (CompiledModule each : List.of(first, second)) {
      Instance instance = each.instantiate(List.of(), InstanceLimits.NONE);
      instance.start();
      Function fail = (Function) instance.export("fail").orElseThrow();
      TrapException trap = assertThrows(TrapException.class, fail::call);
      assertEquals("[fail (twice.wasm)]", trap.guestStack().toString());
    }
  }

  @Test
  void tellsMemoryAccessOutOfBounds() {
    assertKind(TrapKind.OUT_OF_BOUNDS_MEMORY, code().i32Const(65_536).i32Load(0).drop());
    assertKind(TrapKind.OUT_OF_BOUNDS_MEMORY, code().i32Const(-1).i32Load8U(0).drop());
    assertKind(TrapKind.OUT_OF_BOUNDS_MEMORY, code().i32Const(65_529).i64Const(1).i64Store(0));
  }

  @Test
  void tellsTableAccessOutOfBounds() {
    assertKind(TrapKind.OUT_OF_BOUNDS_TABLE, code().i32Const(3).callIndirect(VOID));
    assertKind(TrapKind.OUT_OF_BOUNDS_TABLE, code().i32Const(3).tableGet(0).drop());
  }

  @Test
  void tellsAnElementThatIsNull() {
    assertKind(TrapKind.UNINITIALIZED_ELEMENT, code().i32Const(2).callIndirect(VOID));
  }

  @Test
  void tellsAnIndirectCallOfAnotherType() {
    assertKind(
        TrapKind.INDIRECT_CALL_TYPE_MISMATCH, code().i32Const(0).callIndirect("() -> i32").drop());
  }

  @Test
  void tellsDivisionByZero() {
    assertKind(TrapKind.INTEGER_DIVIDE_BY_ZERO, code().i32Const(1).i32Const(0).i32DivS().drop());
    assertKind(TrapKind.INTEGER_DIVIDE_BY_ZERO, code().i64Const(1).i64Const(0).i64DivU().drop());
    assertKind(
        TrapKind.INTEGER_DIVIDE_BY_ZERO,
        code().i32Const(1).i32Const(0).op(0x70).drop()); // i32.rem_u
  }

  @Test
  void tellsOverflow() {
    assertKind(
        TrapKind.INTEGER_OVERFLOW,
        code().i32Const(Integer.MIN_VALUE).i32Const(-1).i32DivS().drop());
    assertKind(TrapKind.INTEGER_OVERFLOW, code().f64Const(1e10).i32TruncF64S().drop());
  }

  @Test
  void tellsAConversionOfWhatIsNoNumber() {
    assertKind(
        TrapKind.INVALID_CONVERSION_TO_INTEGER, code().f32Const(Float.NaN).i32TruncF32S().drop());
  }

  @Test
  void tellsAnExceptionThatNobodyCatches() {
    Instance instance =
        run(module("lib.so").tag("tag", VOID).exportedFunction("f", VOID, code().throwTag("tag")));

    var trap = assertThrows(TrapException.class, () -> call(instance, "f"));
    assertEquals(TrapKind.UNCAUGHT_EXCEPTION, trap.kind());
    assertEquals("tag 0 caught by nobody", trap.getMessage());
  }

  @Test
  void tellsRunawayRecursionAndCanBeCalledAgain() {
    Instance instance =
        run(
            module("lib.so")
                .exportedFunction("f", "(i32) -> i32", code().localGet(0).call("f"))
                .exportedFunction("ok", "() -> i32", code().i32Const(1)));

    for (int i = 0; i < 3; i++) {
      var trap = assertThrows(TrapException.class, () -> call(instance, "f", 1));
      assertEquals(TrapKind.STACK_OVERFLOW, trap.kind());
      assertEquals("call stack exhausted", trap.getMessage());
      assertTrue(trap.guestStack().size() >= 10, trap.guestStack()::toString);
      assertEquals(new GuestFrame("lib.so", "f"), trap.guestStack().get(0));
      assertEquals(1, call(instance, "ok"));
    }
  }

  @Test
  void tellsRunawayRecursionThroughTheHost() {
    Instance[] self = new Instance[1];
    Function again = host("again", VOID, arguments -> call(self[0], "f"));
    self[0] =
        run(
            module("lib.so")
                .importFunction("env", "again", VOID)
                .exportedFunction("f", VOID, code().call("env.again")),
            again);

    var trap = assertThrows(TrapException.class, () -> call(self[0], "f"));
    assertEquals(TrapKind.STACK_OVERFLOW, trap.kind());
  }

  @Test
  void tellsWhereItWasInnermostFirstAcrossModules() {
    Instance library =
        run(
            module("libfoo.so")
                .type("(f64) -> f64")
                .function("check", "(i32) -> i32", code().i32Const(1).localGet(0).i32DivS())
                .exportedFunction("foo", "(i32) -> i32", code().localGet(0).call("check"))
                .withNames());
    Instance app =
        run(
            module("app.wasm")
                .importFunction("env", "foo", "(i32) -> i32")
                .exportedFunction("run", "(i32) -> i32", code().localGet(0).call("env.foo"))
                .exportedFunction("main", "() -> i32", code().i32Const(0).call("run"))
                .withNames(),
            function(library, "foo"));

    var trap = assertThrows(TrapException.class, () -> call(app, "main"));
    assertEquals(
        List.of(
            new GuestFrame("libfoo.so", "check"),
            new GuestFrame("libfoo.so", "foo"),
            new GuestFrame("app.wasm", "run"),
            new GuestFrame("app.wasm", "main")),
        trap.guestStack());
  }

  @Test
  void namesFunctionsByExportOrIndexWhereThereAreNoNames() {
    Instance instance =
        run(
            module("lib.so")
                .function("hidden", VOID, code().unreachable())
                .exportedFunction("shown", VOID, code().call("hidden")));

    var trap = assertThrows(TrapException.class, () -> call(instance, "shown"));
    assertEquals(
        List.of(new GuestFrame("lib.so", "func[0]"), new GuestFrame("lib.so", "shown")),
        trap.guestStack());
    assertEquals("shown (lib.so)", trap.guestStack().get(1).toString());
  }

  @Test
  void tellsWhereAGuestCalledTheHostThatCalledAGuest() {
    Instance inner = run(module("inner.so").exportedFunction("in", VOID, code().unreachable()));
    Function between = host("between", VOID, arguments -> call(inner, "in"));
    Instance outer =
        run(
            module("outer.so")
                .importFunction("env", "between", VOID)
                .exportedFunction("out", VOID, code().call("env.between")),
            between);

    var trap = assertThrows(TrapException.class, () -> call(outer, "out"));
    assertEquals(TrapKind.UNREACHABLE, trap.kind());
    assertEquals(
        List.of(new GuestFrame("inner.so", "in"), new GuestFrame("outer.so", "out")),
        trap.guestStack());
  }

  @Test
  void addsWhereItWasToATrapOfAHostFunction() {
    Function failing =
        host(
            "abort",
            VOID,
            arguments -> {
              throw new TrapException(TrapKind.OTHER, "aborted");
            });
    Instance instance =
        run(
            module("lib.so")
                .importFunction("env", "abort", VOID)
                .exportedFunction("f", VOID, code().call("env.abort")),
            failing);

    var trap = assertThrows(TrapException.class, () -> call(instance, "f"));
    assertEquals(TrapKind.OTHER, trap.kind());
    assertEquals("aborted", trap.getMessage());
    assertEquals(List.of(new GuestFrame("lib.so", "f")), trap.guestStack());
  }

  @Test
  void forgetsWhereAnExceptionWasThatTheGuestCaught() {
    Instance instance =
        run(
            module("lib.so")
                .tag("tag", VOID)
                .function("thrower", VOID, code().throwTag("tag"))
                .exportedFunction(
                    "f",
                    VOID,
                    code()
                        .block()
                        .tryCatch(null, "tag", 0)
                        .call("thrower")
                        .end()
                        .end()
                        .unreachable()));

    var trap = assertThrows(TrapException.class, () -> call(instance, "f"));
    assertEquals(TrapKind.UNREACHABLE, trap.kind());
    assertEquals(List.of(new GuestFrame("lib.so", "f")), trap.guestStack());
  }

  @Test
  void trapsThroughATypedHandleToo() {
    Instance instance =
        run(module("lib.so").exportedFunction("f", "() -> i32", code().unreachable()));
    var handle = function(instance, "f").handle();

    var trap = assertThrows(TrapException.class, () -> unused((int) handle.invokeExact()));
    assertEquals(TrapKind.UNREACHABLE, trap.kind());
  }

  @Test
  void keepsWhatTheEngineThrewAsTheCause() {
    assertFalse(trapOf(code().unreachable()).getCause() == null);
  }

  private static void unused(int value) {
    assertEquals(value, value);
  }

  private void assertKind(TrapKind kind, Code code) {
    TrapException trap = trapOf(code);
    assertEquals(kind, trap.kind(), trap.getMessage());
    assertFalse(trap.getMessage().isBlank());
    assertEquals(
        List.of(new GuestFrame("lib.so", "inner"), new GuestFrame("lib.so", "f")),
        trap.guestStack());
  }

  private TrapException trapOf(Code code) {
    Instance instance =
        run(
            module("lib.so")
                .memory(1)
                .table(3)
                .function("inner", VOID, code)
                .exportedFunction("f", VOID, code().call("inner"))
                .exportedFunction("value", "() -> i32", code().i32Const(0))
                .elements(code().i32Const(0), "inner", "f")
                .global("unused", ValueType.I32, false, code().i32Const(0))
                .withNames());
    return assertThrows(TrapException.class, () -> call(instance, "f"));
  }
}
