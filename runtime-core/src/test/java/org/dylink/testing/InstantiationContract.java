package org.dylink.testing;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.dylink.engine.CompiledModule;
import org.dylink.engine.EngineLimitException;
import org.dylink.engine.Function;
import org.dylink.engine.Global;
import org.dylink.engine.GuestFrame;
import org.dylink.engine.Instance;
import org.dylink.engine.InstanceLimits;
import org.dylink.engine.InvalidModuleException;
import org.dylink.engine.Memory;
import org.dylink.engine.Table;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.format.GlobalType;
import org.dylink.format.Limits;
import org.dylink.format.TableType;
import org.dylink.format.ValueType;
import org.junit.jupiter.api.Test;

/** Compiling a module, the two steps of instantiation, exports and limits. */
abstract class InstantiationContract extends ContractTest {
  abstract boolean validatesLazily();

  @Test
  void refusesCodeThatIsNotValid() {
    ModuleBuilder invalid =
        module("bad.wasm").exportedFunction("f", "() -> i32", code().i64Const(1));

    Exception thrown =
        validatesLazily()
            ? assertThrows(TrapException.class, () -> call(run(invalid), "f"))
            : assertThrows(InvalidModuleException.class, () -> engine().compile(invalid.build()));
    assertTrue(thrown.getMessage().startsWith("bad.wasm: not valid: "), thrown.getMessage());
  }

  @Test
  void knowsTheModuleItCompiled() {
    CompiledModule compiled = compile(module("empty.wasm"));

    assertEquals("empty.wasm", compiled.module().name());
    run(compiled);
  }

  @Test
  void changesNothingBeforeStart() {
    Memory memory = memory(1, 1);
    Table table = table(4, 4);
    List<Object> started = new ArrayList<>();
    Function note = host("note", "() -> ()", arguments -> started.add("start"));
    CompiledModule compiled =
        compile(
            module("lib.so")
                .importMemory("env", "memory", 1)
                .importTable("env", "table", 4)
                .importFunction("env", "note", "() -> ()")
                .exportedFunction("f", "() -> ()", code().call("env.note"))
                .start("f")
                .elements(code().i32Const(2), "f")
                .data(code().i32Const(16), "text"));

    Instance instance = compiled.instantiate(List.of(memory, table, note), InstanceLimits.NONE);
    assertEquals(0, memory.readInt(16));
    assertNull(table.get(2));
    assertEquals(List.of(), started);

    instance.start();
    assertEquals('t', memory.readByte(16));
    assertSame(export(instance, "f"), table.get(2));
    assertEquals(List.of("start"), started);
  }

  @Test
  void copiesSegmentsBeforeAnyCodeRuns() {
    Memory memory = memory(1, 1);
    List<Object> started = new ArrayList<>();
    Function note = host("note", "() -> ()", arguments -> started.add("start"));
    CompiledModule compiled =
        compile(
            module("lib.so")
                .importMemory("env", "memory", 1)
                .importFunction("env", "note", "() -> ()")
                .global("g", ValueType.I32, false, code().i32Const(7))
                .exportGlobal("g", "g")
                .start("env.note")
                .data(code().i32Const(16), "text"));

    Instance instance = compiled.instantiate(List.of(memory, note), InstanceLimits.NONE);
    instance.initialize();
    assertEquals('t', memory.readByte(16));
    assertEquals(7, ((Global) export(instance, "g")).get());
    assertEquals(List.of(), started);

    instance.start();
    assertEquals(List.of("start"), started);
    var thrown = assertThrows(IllegalStateException.class, instance::initialize);
    assertEquals("lib.so: initialized twice", thrown.getMessage());
  }

  @Test
  void exportsAllButGlobalsBeforeStart() {
    Instance instance =
        compile(
                module("lib.so")
                    .memory(1)
                    .table(1)
                    .tag("tag", "(i32) -> ()")
                    .global("g", ValueType.I32, false, code().i32Const(7))
                    .exportedFunction("f", "() -> ()", code())
                    .exportMemory("memory")
                    .exportTable("table")
                    .exportTag("tag", "tag")
                    .exportGlobal("g", "g"))
            .instantiate(List.of(), InstanceLimits.NONE);

    assertTrue(instance.export("f").isPresent());
    assertTrue(instance.export("memory").isPresent());
    assertTrue(instance.export("table").isPresent());
    assertTrue(instance.export("tag").isPresent());
    assertFalse(instance.export("g").isPresent());
    assertFalse(instance.export("none").isPresent());

    instance.start();
    assertEquals(7, ((Global) export(instance, "g")).get());
  }

  @Test
  void startsOnce() {
    Instance instance = run(module("lib.so"));

    var thrown = assertThrows(IllegalStateException.class, instance::start);
    assertEquals("lib.so: started twice", thrown.getMessage());
  }

  @Test
  void givesTheSameObjectForEachQuestion() {
    Instance instance =
        run(
            module("lib.so")
                .memory(1)
                .table(1)
                .tag("tag", "() -> ()")
                .global("g", ValueType.I64, true, code().i64Const(1))
                .exportedFunction("f", "() -> ()", code())
                .exportFunction("alias", "f")
                .elements(code().i32Const(0), "f")
                .exportMemory("memory")
                .exportTable("table")
                .exportTag("tag", "tag")
                .exportGlobal("g", "g"));

    for (String name : List.of("f", "memory", "table", "tag", "g")) {
      assertSame(export(instance, name), export(instance, name), name);
    }
    assertSame(export(instance, "f"), export(instance, "alias"));
    assertSame(export(instance, "f"), ((Table) export(instance, "table")).get(0));
  }

  @Test
  void reportsATrapOfTheStartFunction() {
    Instance instance =
        compile(
                module("lib.so")
                    .function("inner", "() -> ()", code().unreachable())
                    .function("init", "() -> ()", code().call("inner"))
                    .start("init")
                    .withNames())
            .instantiate(List.of(), InstanceLimits.NONE);

    var trap = assertThrows(TrapException.class, instance::start);
    assertEquals(TrapKind.UNREACHABLE, trap.kind());
    assertEquals("unreachable instruction executed", trap.getMessage());
    assertEquals(
        List.of(new GuestFrame("lib.so", "inner"), new GuestFrame("lib.so", "init")),
        trap.guestStack());
  }

  @Test
  void letsWhatTheStartFunctionsHostThrowsPass() {
    var thrown = new IllegalStateException("host");
    Function host =
        host(
            "host",
            "() -> ()",
            arguments -> {
              throw thrown;
            });
    Instance instance =
        compile(module("lib.so").importFunction("env", "host", "() -> ()").start("env.host"))
            .instantiate(List.of(host), InstanceLimits.NONE);

    assertSame(thrown, assertThrows(IllegalStateException.class, instance::start));
  }

  @Test
  void trapsWhereADataSegmentDoesNotFit() {
    Instance instance =
        compile(module("lib.so").memory(1).data(code().i32Const(65_533), "text"))
            .instantiate(List.of(), InstanceLimits.NONE);

    var trap = assertThrows(TrapException.class, instance::start);
    assertEquals(TrapKind.OUT_OF_BOUNDS_MEMORY, trap.kind());
    assertEquals(List.of(), trap.guestStack());
  }

  @Test
  void trapsWhereAnElementSegmentDoesNotFit() {
    for (int offset : new int[] {1, 2, 3, -1}) {
      Instance instance =
          compile(
                  module("lib.so")
                      .table(2)
                      .function("f", "() -> ()", code())
                      .elements(code().i32Const(offset), "f", "f"))
              .instantiate(List.of(), InstanceLimits.NONE);

      var trap = assertThrows(TrapException.class, instance::start, "at " + offset);
      assertEquals(TrapKind.OUT_OF_BOUNDS_TABLE, trap.kind(), "at " + offset);
    }
  }

  @Test
  void addsTheBasesThatASharedLibraryImports() {
    Memory memory = memory(1, 1);
    Table table = table(8, 8);
    GlobalType base = new GlobalType(ValueType.I32, false);
    Instance instance =
        run(
            module("lib.so")
                .importMemory("env", "memory", 1)
                .importTable("env", "table", 8)
                .importGlobal("env", "__memory_base", ValueType.I32, false)
                .importGlobal("env", "__table_base", ValueType.I32, false)
                .exportedFunction("f", "() -> ()", code())
                .global(
                    "address",
                    ValueType.I32,
                    false,
                    code().globalGet("env.__memory_base").i32Const(4).i32Add())
                .exportGlobal("address", "address")
                .elements(code().globalGet("env.__table_base"), "f")
                .data(code().globalGet("env.__memory_base").i32Const(4).i32Add(), "x"),
            memory,
            table,
            engine().newGlobal(base, 1024),
            engine().newGlobal(base, 5));

    assertEquals('x', memory.readByte(1028));
    assertSame(export(instance, "f"), table.get(5));
    assertEquals(1028, ((Global) export(instance, "address")).get());
  }

  @Test
  void keepsMemoryTableAndGlobalsOfTwoInstancesApart() {
    CompiledModule compiled =
        compile(
            module("lib.so")
                .memory(1)
                .table(1, 9)
                .global("g", ValueType.I32, true, code().i32Const(1))
                .exportedFunction("f", "() -> ()", code().i32Const(2).globalSet("g"))
                .exportMemory("memory")
                .exportTable("table")
                .exportGlobal("g", "g"));
    Instance first = run(compiled);
    ((Memory) export(first, "memory")).writeByte(0, (byte) 1);
    ((Memory) export(first, "memory")).grow(1);
    ((Table) export(first, "table")).grow(3);
    ((Table) export(first, "table")).set(0, function(first, "f"));
    call(first, "f");
    Instance second = run(compiled);

    assertEquals(0, ((Memory) export(second, "memory")).readByte(0));
    assertEquals(1, ((Memory) export(second, "memory")).pages());
    assertEquals(1, ((Table) export(second, "table")).size());
    assertNull(((Table) export(second, "table")).get(0));
    assertEquals(1, ((Global) export(second, "g")).get());
    assertEquals(2, ((Global) export(first, "g")).get());
    assertNotSame(export(first, "f"), export(second, "f"));
  }

  @Test
  void keepsToTheLimitsOfAnInstance() {
    InstanceLimits limits = new InstanceLimits(2, 3);
    Instance instance =
        compile(module("lib.so").memory(1).table(1).exportMemory("memory").exportTable("table"))
            .instantiate(List.of(), limits);
    Memory memory = (Memory) export(instance, "memory");
    Table table = (Table) export(instance, "table");

    assertEquals(-1, memory.grow(2));
    assertEquals(1, memory.grow(1));
    assertEquals(-1, memory.grow(1));
    assertEquals(2, memory.maximumPages());
    assertEquals(-1, table.grow(3));
    assertEquals(1, table.grow(2));
    assertEquals(-1, table.grow(1));
  }

  @Test
  void refusesToInstantiatePastTheLimits() {
    InstanceLimits limits = new InstanceLimits(2, 3);
    CompiledModule largeMemory = compile(module("lib.so").memory(3));
    CompiledModule largeTable = compile(module("lib.so").table(4));

    var memory =
        assertThrows(EngineLimitException.class, () -> largeMemory.instantiate(List.of(), limits));
    assertEquals("lib.so: memory of 3 pages: limit 2", memory.getMessage());
    var table =
        assertThrows(EngineLimitException.class, () -> largeTable.instantiate(List.of(), limits));
    assertEquals("lib.so: table of 4 elements: limit 3", table.getMessage());
  }

  @Test
  void refusesATableThatIsTooLargeForAnyJavaArray() {
    var type = new TableType(ValueType.FUNCREF, new Limits(0xffff_ffffL, Limits.UNBOUNDED));

    assertThrows(EngineLimitException.class, () -> engine().newTable(type));
  }
}
