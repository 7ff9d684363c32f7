package org.dylink.testing;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.dylink.engine.Function;
import org.dylink.engine.FunctionSlot;
import org.dylink.engine.Instance;
import org.dylink.engine.Table;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.format.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Tables of functions that belong to several modules and to the host. */
abstract class TableContract extends ContractTest {
  private static final String TYPE = "(i32) -> i32";

  @Test
  void holdsFunctionsByIdentity() {
    Table table = table(2, 4);
    Function host = addingHost(1);
    assertNull(table.get(0));
    table.set(0, host);
    assertSame(host, table.get(0));
    table.set(0, null);
    assertNull(table.get(0));
    assertEquals(2, table.size());
    assertEquals(new Limits(2, 4), table.type().limits());
  }

  @Test
  void growsUpToItsMaximum() {
    Table table = table(1, 3);
    table.set(0, addingHost(1));
    assertEquals(1, table.grow(0));
    assertEquals(1, table.grow(1));
    assertNull(table.get(1));
    assertEquals(-1, table.grow(2));
    assertEquals(-1, table.grow(-1));
    assertEquals(-1, table.grow(Integer.MAX_VALUE));
    assertEquals(2, table.grow(1));
    assertEquals(3, table.size());
  }

  @Test
  void trapsPastItsEnd() {
    Table table = table(2, 2);
    for (int index : new int[] {2, -1, Integer.MIN_VALUE}) {
      assertTrap(TrapKind.OUT_OF_BOUNDS_TABLE, () -> table.get(index));
      assertTrap(TrapKind.OUT_OF_BOUNDS_TABLE, () -> table.set(index, null));
    }
  }

  @Test
  void putsFunctionsAndImportsOfASegmentIntoIt() {
    Table table = table(4, 4);
    FunctionSlot slot = engine().newSlot("env.late", Signature.of(TYPE));
    Function host = addingHost(1);
    Instance instance =
        run(
            module("lib.so")
                .importTable("env", "table", 4)
                .importFunction("env", "late", TYPE)
                .importFunction("env", "host", TYPE)
                .exportedFunction("own", TYPE, code().localGet(0))
                .elements(code().i32Const(1), "own", "env.late", "env.host"),
            table,
            slot,
            host);

    assertNull(table.get(0));
    assertSame(function(instance, "own"), table.get(1));
    assertSame(slot, table.get(2));
    assertSame(host, table.get(3));
  }

  @Test
  void callsFunctionsOfOtherModulesWhoseTypesAreNumberedOtherwise() {
    Table table = table(4, 4);
    // The same two types: numbers 0 and 1 in one module, 1 and 0 in the other.
    Instance provider =
        run(
            module("libfoo.so")
                .type("(i64) -> i64")
                .importTable("env", "table", 4)
                .exportedFunction("wide", "(i64) -> i64", code().localGet(0).localGet(0).i64Add())
                .exportedFunction("narrow", TYPE, code().localGet(0).i32Const(3).i32Mul())
                .elements(code().i32Const(1), "wide", "narrow"),
            table);
    Instance caller =
        run(
            module("app.wasm")
                .type(TYPE)
                .importTable("env", "table", 4)
                .exportedFunction(
                    "narrow",
                    "(i32, i32) -> i32",
                    code().localGet(1).localGet(0).callIndirect(TYPE))
                .exportedFunction(
                    "wide",
                    "(i32, i64) -> i64",
                    code().localGet(1).localGet(0).callIndirect("(i64) -> i64")),
            table);

    assertEquals(21, call(caller, "narrow", 2, 7));
    assertEquals(14L, call(caller, "wide", 1, 7L));
    assertTrap(TrapKind.INDIRECT_CALL_TYPE_MISMATCH, () -> call(caller, "narrow", 1, 7));
    assertTrap(TrapKind.INDIRECT_CALL_TYPE_MISMATCH, () -> call(caller, "wide", 2, 7L));
    assertSame(function(provider, "narrow"), table.get(2));
  }

  @Test
  void refusesACalleeWhoseTypeTheCallerDoesNotHave() {
    Table table = table(1, 1);
    run(
        module("libfoo.so")
            .importTable("env", "table", 1)
            .function("odd", "(f64, f64) -> f64", code().localGet(0))
            .elements(code().i32Const(0), "odd"),
        table);

    assertTrap(
        TrapKind.INDIRECT_CALL_TYPE_MISMATCH, () -> call(caller("app.wasm", table), "f", 0, 1));
  }

  @Test
  void callsHostFunctionsAndSlots() {
    Table table = table(3, 3);
    FunctionSlot slot = engine().newSlot("env.late", Signature.of(TYPE));
    table.set(0, addingHost(10));
    table.set(1, slot);
    table.set(2, host("other", "() -> ()", arguments -> null));
    Instance caller = caller("app.wasm", table);

    assertEquals(15, call(caller, "f", 0, 5));
    var trap = assertTrap(TrapKind.UNDEFINED_FUNCTION, () -> call(caller, "f", 1, 5));
    assertEquals("undefined function env.late", trap.getMessage());
    slot.bind(addingHost(20));
    assertEquals(25, call(caller, "f", 1, 5));
    assertTrap(TrapKind.INDIRECT_CALL_TYPE_MISMATCH, () -> call(caller, "f", 2, 5));
  }

  @Test
  void callsWhatIsInItNow() {
    Table table = table(1, 1);
    Instance caller = caller("app.wasm", table);
    table.set(0, addingHost(1));
    assertEquals(1, call(caller, "f", 0, 0));
    table.set(0, addingHost(2));
    assertEquals(2, call(caller, "f", 0, 0));
  }

  @Test
  void trapsAtANullElementAndPastTheEnd() {
    Table table = table(2, 4);
    table.set(1, addingHost(1));
    Instance caller = caller("app.wasm", table);

    assertTrap(TrapKind.UNINITIALIZED_ELEMENT, () -> call(caller, "f", 0, 1));
    assertTrap(TrapKind.OUT_OF_BOUNDS_TABLE, () -> call(caller, "f", 2, 1));
    assertTrap(TrapKind.OUT_OF_BOUNDS_TABLE, () -> call(caller, "f", -1, 1));
    table.grow(1);
    assertTrap(TrapKind.UNINITIALIZED_ELEMENT, () -> call(caller, "f", 2, 1));
  }

  @Test
  void callsResultsAndManyParametersOfOtherModules() {
    String type = "(i32, i64, f32, f64) -> (f64, f32, i64, i32)";
    Table table = table(1, 1);
    run(
        module("libfoo.so")
            .importTable("env", "table", 1)
            .function("turn", type, code().localGet(3).localGet(2).localGet(1).localGet(0))
            .elements(code().i32Const(0), "turn"),
        table);
    Instance caller =
        run(
            module("app.wasm")
                .type("() -> ()")
                .importTable("env", "table", 1)
                .exportedFunction(
                    "f",
                    type,
                    code()
                        .localGet(0)
                        .localGet(1)
                        .localGet(2)
                        .localGet(3)
                        .i32Const(0)
                        .callIndirect(type)),
            table);

    Object[] results = (Object[]) call(caller, "f", 1, 2L, 3f, 4.0);
    assertEquals(List.of(4.0, 3f, 2L, 1), List.of(results));
  }

  @Test
  void holdsAModulesOwnFunctionsAndThoseItIsGiven() {
    Instance instance =
        run(
            module("app.wasm")
                .table(2)
                .function("one", TYPE, code().i32Const(1))
                .elements(code().i32Const(0), "one")
                .exportTable("table")
                .exportedFunction(
                    "f", "(i32, i32) -> i32", code().localGet(1).localGet(0).callIndirect(TYPE)));
    Table table = (Table) export(instance, "table");
    table.set(1, addingHost(5));

    assertEquals(1, call(instance, "f", 0, 9));
    assertEquals(14, call(instance, "f", 1, 9));
  }

  @Test
  void isCalledBackThroughFromAnotherModule() {
    // qsort in one library, the comparison in another
    Table table = table(1, 1);
    Instance sorter = caller("libc.so", table);
    Instance app =
        run(
            module("app.wasm")
                .importTable("env", "table", 1)
                .importFunction("env", "f", "(i32, i32) -> i32")
                .exportedFunction("callback", TYPE, code().localGet(0).i32Const(1).i32Add())
                .elements(code().i32Const(0), "callback")
                .exportedFunction(
                    "main", "() -> i32", code().i32Const(0).i32Const(41).call("env.f")),
            table,
            function(sorter, "f"));

    assertEquals(42, call(app, "main"));
  }

  @Test
  void keepsOneObjectPerFunctionHoweverOftenItIsAskedFor() {
    Table table = table(1, 1);
    table.set(0, addingHost(1));
    List<Function> seen = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      seen.add(table.get(0));
    }
    assertSame(seen.get(0), seen.get(1));
    assertSame(seen.get(0), seen.get(2));
  }

  /** A module whose {@code f(index, x)} calls the table's function with x. */
  private Instance caller(String name, Table table) {
    return run(
        module(name)
            .type("() -> ()")
            .importTable("env", "table", 1)
            .exportedFunction(
                "f", "(i32, i32) -> i32", code().localGet(1).localGet(0).callIndirect(TYPE)),
        table);
  }

  private Function addingHost(int summand) {
    return host("add" + summand, TYPE, arguments -> (int) arguments[0] + summand);
  }

  private static TrapException assertTrap(TrapKind kind, Executable access) {
    var trap = assertThrows(TrapException.class, access);
    assertEquals(kind, trap.kind(), trap.getMessage());
    return trap;
  }
}
