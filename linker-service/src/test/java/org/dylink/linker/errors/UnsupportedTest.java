package org.dylink.linker.errors;

import static org.dylink.format.ValueType.EXTERNREF;
import static org.dylink.format.ValueType.I32;
import static org.dylink.linker.testing.Shapes.nonPie;
import static org.dylink.linker.testing.Shapes.shared;
import static org.dylink.testing.Code.code;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.dylink.engine.Engine;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.testing.EachEngine;
import org.dylink.linker.testing.TestLink;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;

/** Modules that are valid, but cannot be linked this way. */
@EachEngine
class UnsupportedTest {
  private final TestLink test;

  UnsupportedTest(Engine engine) {
    test = TestLink.with(engine);
    test.libraries(shared("lib.so", dylink().memInfo(8, 0, 2, 0)));
  }

  @Test
  void aNonPieMainWithoutStackPointer() {
    ModuleBuilder main =
        nonPie("main.wasm", "lib.so")
            .memory(1)
            .exportMemory("memory")
            .table(1)
            .exportTable("__indirect_function_table");

    assertUnsupported(
        main,
        "main.wasm: does not export __stack_pointer: link it with wasm-ld"
            + " --export=__stack_pointer");
  }

  @Test
  void aNonPieMainWithoutTable() {
    ModuleBuilder main = nonPie("main.wasm", "lib.so").memory(1).exportMemory("memory");

    assertUnsupported(
        main,
        "main.wasm: does not export __indirect_function_table: link it with wasm-ld --export-table");
  }

  @Test
  void aNonPieMainWithoutMemory() {
    assertUnsupported(
        nonPie("main.wasm", "lib.so").memory(1),
        "main.wasm: does not export memory: link it with wasm-ld --export-memory");
  }

  @Test
  void aNonPieMainThatExportsOtherThingsUnderTheirNames() {
    ModuleBuilder function = nonPie("main.wasm", "lib.so").memory(1);
    assertUnsupported(
        function.exportedFunction("memory", "() -> ()", code()),
        "main.wasm: does not export memory: link it with wasm-ld --export-memory");

    ModuleBuilder externs = nonPie("main.wasm", "lib.so").memory(1).exportMemory("memory");
    assertUnsupported(
        externs.table(EXTERNREF, 1).exportTable("__indirect_function_table"),
        "main.wasm: does not export __indirect_function_table: link it with wasm-ld --export-table");

    ModuleBuilder constant =
        nonPie("main.wasm", "lib.so").memory(1).exportMemory("memory").table(1);
    constant.exportTable("__indirect_function_table");
    constant.global("__stack_pointer", I32, false, code().i32Const(1024));
    assertUnsupported(
        constant.exportGlobal("__stack_pointer", "__stack_pointer"),
        "main.wasm: does not export __stack_pointer: link it with wasm-ld"
            + " --export=__stack_pointer");
  }

  @Test
  void aNonPieMainWhoseTableCannotGrow() {
    ModuleBuilder main =
        nonPie("main.wasm", "lib.so")
            .memory(1)
            .exportMemory("memory")
            .table(1, 1)
            .exportTable("__indirect_function_table")
            .global("__stack_pointer", I32, true, code().i32Const(1024))
            .exportGlobal("__stack_pointer", "__stack_pointer");

    LinkException thrown = test.refuse(main);

    assertEquals(
        "main.wasm: function table cannot grow from 1 to 3 slots: link it with wasm-ld"
            + " --growable-table",
        thrown.getMessage());
    assertEquals(Reason.NO_SPACE, thrown.reason());
  }

  @Test
  void aNonPieMainThatImportsTableOrStackPointer() {
    ModuleBuilder main =
        module("main.wasm")
            .importTable("env", "__indirect_function_table", 1)
            .importGlobal("env", "__stack_pointer", I32, true)
            .memory(1)
            .exportMemory("memory");

    LinkException thrown = test.refuse(main);

    assertEquals(
        """
        main.wasm: import env.__indirect_function_table: a main with a memory of its own must define this too
        main.wasm: import env.__stack_pointer: a main with a memory of its own must define this too\
        """,
        thrown.getMessage());
    assertEquals(Reason.UNSUPPORTED, thrown.reason());
  }

  @Test
  void aNeededLibraryThatIsNone() {
    test.libraries(shared("mid.so", "plain.wasm"), module("plain.wasm").memory(1));

    assertUnsupported(
        shared("main.wasm", "mid.so"),
        "plain.wasm: not a shared library: has no dylink.0 section"
            + " (main.wasm -> mid.so -> plain.wasm)");
  }

  @Test
  void aMainWithFixedAddressesThatImportsItsMemory() {
    assertUnsupported(
        module("main.wasm")
            .dylink(dylink().memInfo(0, 0, 0, 0))
            .importMemory("env", "memory", 1)
            .global("__stack_pointer", I32, true, code().i32Const(65_536))
            .exportGlobal("__stack_pointer", "__stack_pointer"),
        "main.wasm: imports its memory, but is not position-independent: link it with wasm-ld"
            + " -pie");
  }

  @Test
  void aStaticProgramThatImportsItsMemoryIsToldWhatToDo() {
    assertUnsupported(
        module("main.wasm").importMemory("env", "memory", 1),
        "main.wasm: imports its memory, but has no dylink.0 section: link it with wasm-ld -pie, or"
            + " without --import-memory");
  }

  private void assertUnsupported(ModuleBuilder main, String message) {
    LinkException thrown = test.refuse(main);
    assertEquals(message, thrown.getMessage());
    assertEquals(Reason.UNSUPPORTED, thrown.reason());
  }
}
