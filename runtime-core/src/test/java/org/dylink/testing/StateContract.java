package org.dylink.testing;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.dylink.engine.CompiledModule;
import org.dylink.engine.Function;
import org.dylink.engine.Function.Origin;
import org.dylink.engine.FunctionSlot;
import org.dylink.engine.Instance;
import org.dylink.engine.InstanceLimits;
import org.dylink.engine.Table;
import org.dylink.format.GlobalType;
import org.dylink.format.ValueType;
import org.junit.jupiter.api.Test;

/**
 * What can be asked of a running program: whose functions it has, and what of its state is left.
 */
abstract class StateContract extends ContractTest {
  @Test
  void tellsWhereAFunctionIsDefined() {
    Function host = host("host", "() -> ()", arguments -> null);
    CompiledModule compiled =
        compile(
            module("lib.so")
                .importFunction("env", "host", "() -> ()")
                .function("hidden", "() -> ()", code())
                .exportedFunction("f", "() -> i32", code().i32Const(1))
                .exportFunction("imported", "env.host")
                .table(4)
                .exportTable("table")
                .elements(code().i32Const(0), "hidden", "f", "env.host"));
    Instance first = run(compiled, host);
    Instance second = run(compiled, host);

    assertEquals(Optional.of(new Origin(compiled.module(), 2)), function(first, "f").origin());
    assertEquals(function(first, "f").origin(), function(second, "f").origin());
    assertEquals(Optional.empty(), function(first, "imported").origin());
    assertEquals(Optional.empty(), host.origin());
    Table table = (Table) export(first, "table");
    assertEquals(Optional.of(new Origin(compiled.module(), 1)), table.get(0).origin());
    assertEquals(Optional.of(new Origin(compiled.module(), 2)), table.get(1).origin());
    assertEquals(Optional.empty(), table.get(2).origin());
  }

  @Test
  void aSlotHasTheOriginOfItsTarget() {
    CompiledModule compiled =
        compile(module("lib.so").exportedFunction("f", "() -> i32", code().i32Const(1)));
    Instance instance = run(compiled);
    FunctionSlot slot = engine().newSlot("f", Signature.of("() -> i32"));

    assertEquals(Optional.empty(), slot.origin());
    slot.bind(function(instance, "f"));
    assertEquals(Optional.of(new Origin(compiled.module(), 0)), slot.origin());
  }

  @Test
  void showsTablesAndGlobalsThatAreNotExported() {
    Instance instance =
        run(
            module("lib.so")
                .importTable("env", "table", 1)
                .importGlobal("env", "base", ValueType.I32, false)
                .function("f", "() -> ()", code())
                .table(3)
                .global("g", ValueType.I64, true, code().i64Const(7))
                .elements(1, code().i32Const(1), "f"),
            table(1, 1),
            engine().newGlobal(new GlobalType(ValueType.I32, false), 5));

    assertEquals(Optional.empty(), instance.tableAt(0));
    assertEquals(3, instance.tableAt(1).orElseThrow().size());
    assertEquals(0, instance.tableAt(1).orElseThrow().get(1).origin().orElseThrow().index());
    assertEquals(Optional.empty(), instance.tableAt(2));
    assertEquals(Optional.empty(), instance.globalAt(0));
    assertEquals(7L, instance.globalAt(1).orElseThrow().get());
    assertEquals(Optional.empty(), instance.globalAt(2));
  }

  @Test
  void tellsWhichSegmentsAreDropped() {
    CompiledModule compiled =
        compile(
            module("lib.so")
                .memory(1)
                .table(4)
                .function("f", "() -> ()", code())
                .exportedFunction("drop", "() -> ()", code().dataDrop(1).elementDrop(1))
                .data(code().i32Const(0), "active")
                .passiveData("passive")
                .elements(code().i32Const(0), "f")
                .passiveElements("f")
                .withDataCount());
    Instance instance = compiled.instantiate(List.of(), InstanceLimits.NONE);
    instance.start();

    assertTrue(instance.isDataDropped(0));
    assertFalse(instance.isDataDropped(1));
    assertTrue(instance.isElementDropped(0));
    assertFalse(instance.isElementDropped(1));
    call(instance, "drop");
    assertTrue(instance.isDataDropped(1));
    assertTrue(instance.isElementDropped(1));
    assertThrows(IndexOutOfBoundsException.class, () -> instance.isDataDropped(2));
    assertThrows(IndexOutOfBoundsException.class, () -> instance.isElementDropped(2));
  }
}
