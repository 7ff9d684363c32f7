package org.dylink.linker.conformance;

import static org.dylink.linker.testing.Shapes.MEMORY_BASE;
import static org.dylink.linker.testing.Shapes.TABLE_BASE;
import static org.dylink.linker.testing.Shapes.constant;
import static org.dylink.linker.testing.Shapes.getter;
import static org.dylink.linker.testing.Shapes.shared;
import static org.dylink.testing.Code.code;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.dylink.engine.Engine;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.LoadedLibrary;
import org.dylink.linker.Program;
import org.dylink.linker.testing.EachEngine;
import org.dylink.linker.testing.TestLink;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;

/** DynamicLinking.md, "The "dylink.0" Section". */
@EachEngine
class Dylink0SectionTest {
  private final TestLink test;

  Dylink0SectionTest(Engine engine) {
    test = TestLink.with(engine);
  }

  @Test
  void memorySizeIsReservedAtMemoryBaseAlignedAndZero() throws LinkException {
    ModuleBuilder lib = shared("lib.so", dylink().memInfo(40, 8, 0, 0));
    getter(lib, "base", MEMORY_BASE)
        .exportedFunction("word", "(i32) -> i32", code().localGet(0).i32Load(0));
    ModuleBuilder odd = shared("odd.so", dylink().memInfo(3, 0, 0, 0));
    test.libraries(odd, lib);

    try (Program program = test.link(shared("main.wasm", "odd.so", "lib.so"))) {
      int base = (int) program.call("base");
      assertEquals(0, base % 256);
      for (int i = 0; i < 40; i += 4) {
        assertEquals(0, program.call("word", base + i));
      }
      assertEquals(base, data(program, "lib.so").data().address());
      assertEquals(40, data(program, "lib.so").data().size());
    }
  }

  @Test
  void tableSizeIsReservedAtTableBaseAlignedAndNull() throws LinkException {
    ModuleBuilder lib = shared("lib.so", dylink().memInfo(0, 0, 3, 4));
    getter(lib, "base", TABLE_BASE)
        .exportedFunction("isNull", "(i32) -> i32", code().localGet(0).op(0x25, 0).refIsNull());
    ModuleBuilder odd = shared("odd.so", dylink().memInfo(0, 0, 1, 0));
    test.libraries(odd, lib);

    try (Program program = test.link(shared("main.wasm", "odd.so", "lib.so"))) {
      int base = (int) program.call("base");
      assertEquals(0, base % 16);
      for (int i = 0; i < 3; i++) {
        assertEquals(1, program.call("isNull", base + i));
      }
    }
  }

  @Test
  void neededLibrariesAreLoadedBreadthFirst() throws LinkException {
    test.libraries(
        shared("a.so", "c.so"), shared("b.so", "d.so"), shared("c.so", "a.so"), shared("d.so"));

    try (Program program = test.link(shared("main.wasm", "a.so", "b.so"))) {
      assertEquals(
          List.of("main.wasm", "a.so", "b.so", "c.so", "d.so"),
          program.linkMap().libraries().stream().map(l -> l.library().name()).toList());
    }
  }

  @Test
  void subsectionsComeInAnyOrderRepeatedAndUnknownOnesAreSkipped() throws LinkException {
    var section =
        dylink()
            .needed("a.so")
            .subsection(77, new org.dylink.testing.Bytes().u8(1, 2, 3))
            .exportInfo("x", 0)
            .memInfo(16, 0, 0, 0)
            .needed("b.so");
    test.libraries(constant(shared("a.so"), "a", 1), constant(shared("b.so"), "b", 2));

    try (Program program = test.link(shared("main.wasm", section))) {
      assertEquals(1, program.call("a"));
      assertEquals(2, program.call("b"));
    }
  }

  @Test
  void theSectionCountsOnlyAsTheFirst() {
    ModuleBuilder late =
        ModuleBuilder.module("late.so")
            .importMemory("env", "memory", 1)
            .customSection("dylink.0", dylink().memInfo(16, 0, 0, 0).toArray());
    test.libraries(late);

    LinkException thrown = test.refuse(shared("main.wasm", "late.so"));

    assertEquals(Reason.UNSUPPORTED, thrown.reason());
    assertEquals(
        "late.so: not a shared library: has no dylink.0 section (main.wasm -> late.so)",
        thrown.getMessage());
  }

  private static LoadedLibrary data(Program program, String library) {
    return program.linkMap().libraries().stream()
        .filter(l -> l.library().name().equals(library))
        .findFirst()
        .orElseThrow();
  }
}
