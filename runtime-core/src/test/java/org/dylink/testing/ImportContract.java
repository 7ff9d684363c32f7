package org.dylink.testing;

import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.dylink.engine.CompiledModule;
import org.dylink.engine.Extern;
import org.dylink.engine.Function;
import org.dylink.engine.Global;
import org.dylink.engine.Instance;
import org.dylink.engine.InstanceLimits;
import org.dylink.engine.Memory;
import org.dylink.engine.Table;
import org.dylink.engine.Tag;
import org.dylink.format.GlobalType;
import org.dylink.format.TagType;
import org.dylink.format.ValueType;
import org.junit.jupiter.api.Test;

/** What a module is given for its imports, and gives on. */
abstract class ImportContract extends ContractTest {
  @Test
  void exportsAnImportAsItself() {
    Memory memory = memory(1, 1);
    Table table = table(1, 1);
    Function f = host("f", "() -> ()", arguments -> null);
    Global global = engine().newGlobal(new GlobalType(ValueType.I32, true), 1);
    Tag tag = engine().newTag(new TagType(Signature.of("() -> ()")));
    Instance instance =
        run(
            module("lib.so")
                .importFunction("env", "f", "() -> ()")
                .importMemory("env", "memory", 1)
                .importTable("env", "table", 1)
                .importGlobal("env", "g", ValueType.I32, true)
                .importTag("env", "tag", "() -> ()")
                .exportFunction("f", "env.f")
                .exportMemory("memory")
                .exportTable("table")
                .exportGlobal("g", "env.g")
                .exportTag("tag", "env.tag"),
            f,
            memory,
            table,
            global,
            tag);

    assertSame(f, export(instance, "f"));
    assertSame(memory, export(instance, "memory"));
    assertSame(table, export(instance, "table"));
    assertSame(global, export(instance, "g"));
    assertSame(tag, export(instance, "tag"));
  }

  @Test
  void namesTheNumberOfImports() {
    CompiledModule compiled = compile(module("lib.so").importMemory("env", "memory", 1));

    var thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> compiled.instantiate(List.of(), InstanceLimits.NONE));
    assertEquals("lib.so: expected 1 imports, found 0", thrown.getMessage());
  }

  @Test
  void refusesAFunctionOfAnotherType() {
    assertMismatch(
        "lib.so: import env.x: expected function (i32) -> i32, found function (i64) -> i32",
        module("lib.so").importFunction("env", "x", "(i32) -> i32"),
        host("f", "(i64) -> i32", arguments -> 0));
  }

  @Test
  void refusesAGlobalOfAnotherTypeOrMutability() {
    Global global = engine().newGlobal(new GlobalType(ValueType.I32, true), 1);

    assertMismatch(
        "lib.so: import env.x: expected global i32, found global (mut i32)",
        module("lib.so").importGlobal("env", "x", ValueType.I32, false),
        global);
    assertMismatch(
        "lib.so: import env.x: expected global (mut i64), found global (mut i32)",
        module("lib.so").importGlobal("env", "x", ValueType.I64, true),
        global);
  }

  @Test
  void refusesATagOfAnotherType() {
    assertMismatch(
        "lib.so: import env.x: expected tag (i32) -> (), found tag (i64) -> ()",
        module("lib.so").importTag("env", "x", "(i32) -> ()"),
        engine().newTag(new TagType(Signature.of("(i64) -> ()"))));
  }

  @Test
  void refusesAnImportOfAnotherKind() {
    assertMismatch(
        "lib.so: import env.x: expected global i32, found function () -> ()",
        module("lib.so").importGlobal("env", "x", ValueType.I32, false),
        host("f", "() -> ()", arguments -> null));
    assertMismatch(
        "lib.so: import env.x: expected function () -> (), found memory {min 1, max 2}",
        module("lib.so").importFunction("env", "x", "() -> ()"),
        memory(1, 2));
    assertMismatch(
        "lib.so: import env.x: expected memory {min 1}, found table {min 1, max 2} funcref",
        module("lib.so").importMemory("env", "x", 1),
        table(1, 2));
  }

  @Test
  void refusesAMemoryThatIsTooSmallNowOrMayGrowTooLarge() {
    assertMismatch(
        "lib.so: import env.x: expected memory {min 3}, found memory {min 2, max 4}",
        module("lib.so").importMemory("env", "x", 3),
        memory(2, 4));
    assertMismatch(
        "lib.so: import env.x: expected memory {min 1, max 3}, found memory {min 2, max 4}",
        module("lib.so").importMemory("env", "x", 1, 3),
        memory(2, 4));
  }

  @Test
  void takesAMemoryThatHasGrownToWhatIsAskedFor() {
    Memory memory = memory(1, 4);
    memory.grow(2);

    run(module("lib.so").importMemory("env", "memory", 3, 4), memory);
  }

  @Test
  void refusesATableThatIsTooSmallNowOrMayGrowTooLarge() {
    assertMismatch(
        "lib.so: import env.x: expected table {min 3} funcref, found table {min 2, max 4} funcref",
        module("lib.so").importTable("env", "x", 3),
        table(2, 4));
    assertMismatch(
        "lib.so: import env.x: expected table {min 1, max 3} funcref,"
            + " found table {min 2, max 4} funcref",
        module("lib.so").importTable("env", "x", 1, 3),
        table(2, 4));
  }

  @Test
  void takesATableThatHasGrownToWhatIsAskedFor() {
    Table table = table(1, 4);
    table.grow(2);

    run(module("lib.so").importTable("env", "table", 3, 4), table);
  }

  @Test
  void importsTwiceUnderOneName() {
    Instance instance =
        run(
            module("lib.so")
                .importFunction("env", "f", "() -> i32")
                .importFunction("env", "f", "() -> i64")
                .exportFunction("f", "env.f"),
            host("f", "() -> i32", arguments -> 32),
            host("f", "() -> i64", arguments -> 64L));

    assertEquals(32, call(instance, "f"));
  }

  private void assertMismatch(String message, ModuleBuilder module, Extern found) {
    CompiledModule compiled = compile(module);
    var thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> compiled.instantiate(List.of(found), InstanceLimits.NONE));
    assertEquals(message, thrown.getMessage());
  }
}
