package org.dylink.testing;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.dylink.engine.Function;
import org.dylink.engine.FunctionSlot;
import org.dylink.engine.Instance;
import org.dylink.engine.Table;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.format.ValueType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Table instructions where other modules and the host own the functions. */
abstract class TableInstructionContract extends ContractTest {
  private static final String TYPE = "(i32) -> i32";

  @Test
  void copiesFunctionsOfOtherModules() {
    Table table = tableOfThree();
    Instance instance = editor(table);
    List<Function> before = List.of(table.get(0), table.get(1), table.get(2));

    call(instance, "copy", 3, 0, 3);
    call(instance, "copy", 1, 0, 3);
    assertSame(before.get(0), table.get(0));
    assertSame(before.get(0), table.get(1));
    assertSame(before.get(1), table.get(2));
    assertSame(before.get(2), table.get(3));
    assertSame(before.get(1), table.get(4));
    assertEquals(101, call(caller("app.wasm", table), "f", 4, 1));
    assertTrap(TrapKind.OUT_OF_BOUNDS_TABLE, () -> call(instance, "copy", 6, 0, 3));
    assertTrap(TrapKind.OUT_OF_BOUNDS_TABLE, () -> call(instance, "copy", 0, 6, 3));
  }

  @Test
  void initializesFromPassiveSegmentsWithImports() {
    Table table = tableOfThree();
    Function host = addingHost(7);
    Instance instance = editor(table, host);

    call(instance, "init", 4, 0, 2);
    assertSame(function(instance, "own"), table.get(4));
    assertSame(host, table.get(5));
    assertTrap(TrapKind.OUT_OF_BOUNDS_TABLE, () -> call(instance, "init", 7, 0, 2));
    assertTrap(TrapKind.OUT_OF_BOUNDS_TABLE, () -> call(instance, "init", 0, 1, 2));
    call(instance, "drop");
    assertTrap(TrapKind.OUT_OF_BOUNDS_TABLE, () -> call(instance, "init", 0, 0, 1));
    call(instance, "init", 0, 0, 0);
  }

  @Test
  void growsAndFillsFromInside() {
    Table table = tableOfThree();
    Function host = addingHost(7);
    Instance instance = editor(table, host);

    assertEquals(8, call(instance, "growWithImport", 2));
    assertSame(host, table.get(8));
    assertSame(host, table.get(9));
    assertEquals(-1, call(instance, "growWithImport", 1));
    assertEquals(10, call(instance, "size"));
    call(instance, "fillWithOwn", 3, 2);
    assertSame(function(instance, "own"), table.get(3));
    assertSame(function(instance, "own"), table.get(4));
    call(instance, "clear", 3);
    assertNull(table.get(3));
    assertTrap(TrapKind.OUT_OF_BOUNDS_TABLE, () -> call(instance, "fillWithOwn", 9, 2));
  }

  @Test
  void movesReferencesToFunctionsOfOtherModules() {
    Table table = tableOfThree();
    Instance instance = editor(table);

    call(instance, "move", 5, 0);
    call(instance, "move", 6, 2);
    call(instance, "move", 7, 1);
    assertSame(table.get(0), table.get(5));
    assertSame(table.get(2), table.get(6));
    assertSame(table.get(1), table.get(7));
    assertEquals(1, call(instance, "isNull", 4));
    assertEquals(0, call(instance, "isNull", 5));
    assertEquals(101, call(instance, "f", 7, 1));
    assertTrap(TrapKind.OUT_OF_BOUNDS_TABLE, () -> call(instance, "move", 10, 0));
    assertTrap(TrapKind.OUT_OF_BOUNDS_TABLE, () -> call(instance, "move", 0, 10));
  }

  /** Eight elements: a function of another module, one of the host, a slot; the rest null. */
  private Table tableOfThree() {
    Table table = table(8, 10);
    FunctionSlot slot = engine().newSlot("env.late", Signature.of(TYPE));
    run(
        module("libfoo.so")
            .type("(f32) -> ()")
            .importTable("env", "table", 8)
            .function("unused", "(f32) -> ()", code())
            .function("foreign", TYPE, code().localGet(0).i32Const(2).i32Mul())
            .elements(code().i32Const(0), "foreign"),
        table);
    table.set(1, addingHost(100));
    table.set(2, slot);
    return table;
  }

  private Instance editor(Table table) {
    return editor(table, addingHost(0));
  }

  private Instance editor(Table table, Function host) {
    return run(
        module("editor.so")
            .importTable("env", "table", 8)
            .importFunction("env", "host", TYPE)
            .exportedFunction("own", TYPE, code().localGet(0))
            .passiveElements("own", "env.host")
            .exportedFunction(
                "copy",
                "(i32, i32, i32) -> ()",
                code().localGet(0).localGet(1).localGet(2).tableCopy(0, 0))
            .exportedFunction(
                "init",
                "(i32, i32, i32) -> ()",
                code().localGet(0).localGet(1).localGet(2).tableInit(0, 0))
            .exportedFunction("drop", "() -> ()", code().elementDrop(0))
            .exportedFunction(
                "growWithImport",
                "(i32) -> i32",
                code().refFunc("env.host").localGet(0).tableGrow(0))
            .exportedFunction("size", "() -> i32", code().tableSize(0))
            .exportedFunction(
                "fillWithOwn",
                "(i32, i32) -> ()",
                code().localGet(0).refFunc("own").localGet(1).tableFill(0))
            .exportedFunction(
                "clear", "(i32) -> ()", code().localGet(0).refNull(ValueType.FUNCREF).tableSet(0))
            .exportedFunction(
                "move", "(i32, i32) -> ()", code().localGet(0).localGet(1).tableGet(0).tableSet(0))
            .exportedFunction("isNull", "(i32) -> i32", code().localGet(0).tableGet(0).refIsNull())
            .exportedFunction(
                "f", "(i32, i32) -> i32", code().localGet(1).localGet(0).callIndirect(TYPE)),
        table,
        host);
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
