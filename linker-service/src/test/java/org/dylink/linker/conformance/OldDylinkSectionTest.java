package org.dylink.linker.conformance;

import static org.dylink.format.ValueType.I32;
import static org.dylink.linker.testing.Shapes.shared;
import static org.dylink.testing.Code.code;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.dylink.engine.Engine;
import org.dylink.format.MalformedModuleException;
import org.dylink.format.WasmModule;
import org.dylink.linker.LinkException;
import org.dylink.linker.Program;
import org.dylink.linker.testing.EachEngine;
import org.dylink.linker.testing.TestLink;
import org.dylink.testing.Bytes;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;

/**
 * "The dylink section" as tool-conventions had it until 2021: sizes, alignments and what is needed,
 * without sub-sections. Emscripten's side modules of that time are linked.
 */
@EachEngine
class OldDylinkSectionTest {
  private final TestLink test;

  OldDylinkSectionTest(Engine engine) {
    test = TestLink.with(engine);
  }

  @Test
  void tellsSizesAndNeeds() {
    WasmModule module = old("grammar.wasm", "libc.so", "libm.so").build();

    assertTrue(module.hasOldDylink());
    assertEquals(List.of("libc.so", "libm.so"), module.dylink().orElseThrow().needed());
    assertEquals(300, module.dylink().orElseThrow().memoryInfo().memorySize());
    assertEquals(16, module.dylink().orElseThrow().memoryInfo().memoryAlignment());
    assertEquals(2, module.dylink().orElseThrow().memoryInfo().tableSize());
    assertEquals(1, module.dylink().orElseThrow().memoryInfo().tableAlignment());
    assertFalse(shared("new.so").build().hasOldDylink());
  }

  @Test
  void countsOnlyAsTheFirstSection() {
    WasmModule late =
        module("late.wasm")
            .sectionInFront(0, new Bytes().name("other"))
            .sectionInFront(0, new Bytes().name("dylink").u8(0, 0, 0, 0, 0))
            .build();

    assertFalse(late.hasOldDylink());
    assertTrue(late.dylink().isEmpty());
  }

  @Test
  void isCheckedLikeTheNewOne() {
    assertMalformed(
        "x.wasm: dylink: table alignment: ends early: 1 byte at offset 0x14, 0 left",
        new Bytes().name("dylink").u8(1, 2, 3));
    assertMalformed(
        "x.wasm: dylink: memory alignment: 2^31 at offset 0x12, at most 2^20",
        new Bytes().name("dylink").u8(1, 31, 0, 0, 0));
    assertMalformed(
        "x.wasm: dylink: count: 5 entries at offset 0x15, 0 bytes left",
        new Bytes().name("dylink").u8(1, 0, 0, 0, 5));
    assertMalformed(
        "x.wasm: dylink: 1 bytes too many at offset 0x16",
        new Bytes().name("dylink").u8(1, 0, 0, 0, 0, 9));
  }

  @Test
  void aSideModuleIsPlacedRelocatedAndConstructed() throws LinkException {
    ModuleBuilder grammar = sideModule(old("grammar.wasm"));
    grammar.exportedFunction(
        "__post_instantiate",
        "() -> ()",
        code().globalGet("env.__memory_base").i32Const(7).i32Store(4));
    test.libraries(grammar);

    try (Program program = test.link(caller())) {
      assertEquals(7, program.call("get"));
    }
  }

  @Test
  void constructorsOfBothNamesRunOnce() throws LinkException {
    ModuleBuilder grammar = sideModule(old("grammar.wasm"));
    grammar.exportedFunction(
        "__wasm_apply_relocs",
        "() -> ()",
        code().globalGet("env.__memory_base").i32Const(5).i32Store(4));
    grammar.exportedFunction(
        "__wasm_call_ctors",
        "() -> ()",
        code()
            .globalGet("env.__memory_base")
            .globalGet("env.__memory_base")
            .i32Load(4)
            .i32Const(1)
            .i32Add()
            .i32Store(4));
    grammar.exportFunction("__post_instantiate", "__wasm_call_ctors");
    test.libraries(grammar);

    try (Program program = test.link(caller())) {
      assertEquals(6, program.call("get"));
    }
  }

  @Test
  void isOpenedLater() throws LinkException {
    test.libraries(sideModule(old("grammar.wasm")));

    try (Program program = test.link(shared("main.wasm"));
        var opened = program.open("grammar.wasm")) {
      assertEquals(0, opened.call("language"));
    }
  }

  @Test
  void accessorsOfBefore2020AreRefusedByName() {
    ModuleBuilder grammar = sideModule(old("grammar.wasm"));
    grammar.importFunction("env", "g$stderr", "() -> i32");
    grammar.importFunction("env", "fp$free$vi", "() -> i32");
    test.libraries(grammar);

    String old =
        ": an accessor of before 2020: has the old dylink section, build it with Emscripten"
            + " 2.0.14 or newer";
    assertEquals(
        "grammar.wasm: import env.g$stderr"
            + old
            + "\n"
            + "grammar.wasm: import env.fp$free$vi"
            + old,
        test.refuse(caller()).getMessage());
  }

  private static ModuleBuilder caller() {
    ModuleBuilder main = shared("main.wasm", "grammar.wasm");
    main.importFunction("env", "language", "() -> i32");
    return main.exportedFunction("get", "() -> i32", code().call("env.language"));
  }

  /** As Emscripten 1.39 and 2.0 made them: {@code env.table}, bases, a function that reads data. */
  private static ModuleBuilder sideModule(ModuleBuilder module) {
    return module
        .importMemory("env", "memory", 0)
        .importTable("env", "table", 0)
        .importGlobal("env", "__memory_base", I32, false)
        .importGlobal("env", "__table_base", I32, false)
        .exportedFunction(
            "language", "() -> i32", code().globalGet("env.__memory_base").i32Load(4));
  }

  private static ModuleBuilder old(String name, String... needed) {
    // 300 bytes aligned to 2^4, 2 slots aligned to 2^0.
    Bytes section = new Bytes().name("dylink").u32(300).u8(4, 2, 0).u32(needed.length);
    for (String each : needed) {
      section.name(each);
    }
    return module(name).sectionInFront(0, section);
  }

  private static void assertMalformed(String message, Bytes section) {
    ModuleBuilder module = module("x.wasm").sectionInFront(0, section);
    var thrown =
        assertThrows(
            MalformedModuleException.class, () -> WasmModule.read("x.wasm", module.toArray()));
    assertEquals(message, thrown.getMessage());
  }
}
