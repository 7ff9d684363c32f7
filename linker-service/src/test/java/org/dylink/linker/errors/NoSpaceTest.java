package org.dylink.linker.errors;

import static org.dylink.format.ValueType.I32;
import static org.dylink.linker.testing.Shapes.nonPie;
import static org.dylink.linker.testing.Shapes.ownSpace;
import static org.dylink.linker.testing.Shapes.shared;
import static org.dylink.testing.Code.code;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import org.dylink.engine.Engine;
import org.dylink.engine.jvm.JvmEngine;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.testing.EachEngine;
import org.dylink.linker.testing.TestLink;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;

/** What does not fit into memory, stack or table, also where the file lies about it. */
@EachEngine
class NoSpaceTest {
  private static final long HUGE = 0xffff_ffffL;

  private final TestLink test;
  private final boolean isJvm;

  NoSpaceTest(Engine engine) {
    test = TestLink.with(engine);
    isJvm = engine instanceof JvmEngine;
  }

  /** The limit of the engine's memories, if it has one on this Java. */
  private String engineLimit() {
    assumeFalse(isJvm && Runtime.version().feature() >= 22, "memories may pass 2 GiB");
    return "this engine has at most 32767" + (isJvm ? " before Java 22" : "");
  }

  @Test
  void dataOverTheMemoryLimit() {
    test.option(o -> o.maxMemory(128 * 65_536));
    test.libraries(shared("libfoo.so", dylink().memInfo(8_000_000, 4, 0, 0)));

    assertNoSpace(
        shared("main.wasm", "libfoo.so"),
        "libfoo.so: data region does not fit: needs 8000000 bytes aligned to 16, next free address"
            + " 0x00100400, memory limit 128 pages (8388608 bytes)");
  }

  @Test
  void aStackOverTheMemoryLimit() {
    test.option(o -> o.maxMemory(65_536).stackSize(70_000));

    assertNoSpace(
        shared("main.wasm"),
        "main.wasm: stack does not fit: needs 70000 bytes aligned to 16, next free address"
            + " 0x00000400, memory limit 1 pages (65536 bytes)");
  }

  @Test
  void aMemoryLimitUnderAPage() {
    test.option(o -> o.maxMemory(1000).stackSize(16));

    assertNoSpace(
        shared("main.wasm"),
        "main.wasm: stack does not fit: needs 16 bytes aligned to 16, next free address 0x00000400,"
            + " memory limit 0 pages (0 bytes)");
  }

  @Test
  void aLibrarysDeclaredMinimumOverTheLimit() {
    test.option(o -> o.maxMemory(64 * 65_536));
    test.libraries(module("lib.so").dylink(dylink()).importMemory("env", "memory", 65));

    assertNoSpace(
        shared("main.wasm", "lib.so"),
        "lib.so: memory does not fit: needs 65 pages, memory limit 64 pages (4194304 bytes)");
  }

  @Test
  void aMainWhoseMemoryMayNotGrowEnough() {
    test.libraries(shared("lib.so", dylink().memInfo(100_000, 0, 0, 0)));
    ModuleBuilder main =
        module("main.wasm").dylink(dylink().needed("lib.so")).importMemory("env", "memory", 1, 17);

    assertNoSpace(
        main,
        "lib.so: data region does not fit: needs 100000 bytes aligned to 1, next free address"
            + " 0x00100400, memory limit 17 pages (1114112 bytes), the maximum of main.wasm");
  }

  @Test
  void aNonPieMainWhoseMemoryMayNotGrowEnough() {
    test.option(o -> o.maxMemory(2 * 65_536));
    test.libraries(shared("lib.so", dylink().memInfo(100_000, 0, 0, 0)));

    assertNoSpace(
        ownSpace(nonPie("main.wasm", "lib.so")),
        "lib.so: data region does not fit: needs 100000 bytes aligned to 1, next free address"
            + " 0x00010000, memory limit 2 pages (131072 bytes)");
  }

  @Test
  void aNonPieMainWhoseMemoryIsOverTheLimit() {
    test.option(o -> o.maxMemory(65_536));
    ModuleBuilder main = module("main.wasm").memory(2).exportMemory("memory");

    assertNoSpace(main, "main.wasm: memory of 2 pages: limit 1");
  }

  @Test
  void aMemoryOfItsOwnThatOnlyTheEngineCannotHold() {
    ModuleBuilder main = module("main.wasm").memory(40_000).exportMemory("memory");

    assertNoSpace(main, "main.wasm: memory of 40000 pages: " + engineLimit());
  }

  @Test
  void hostileDataSize() {
    test.libraries(shared("lib.so", dylink().memInfo(HUGE, 0, 0, 0)));

    assertNoSpace(
        shared("main.wasm", "lib.so"),
        "lib.so: data region does not fit: needs 4294967295 bytes aligned to 1, next free address"
            + " 0x00100400, memory limit 65536 pages (4294967296 bytes)");
    assertNoSpace(
        ownSpace(nonPie("nonpie.wasm", "lib.so")),
        "lib.so: data region does not fit: needs 4294967295 bytes aligned to 1, next free address"
            + " 0x00010000, memory limit 32767 pages (2147418112 bytes)");
  }

  @Test
  void dataThatOnlyTheEngineCannotHold() {
    // 3 GiB are fine by WebAssembly, but not by an engine with arrays of 2 GiB.
    test.libraries(shared("lib.so", dylink().memInfo(3L << 30, 0, 0, 0)));

    assertNoSpace(
        shared("main.wasm", "lib.so"), "main.wasm: memory of 49169 pages: " + engineLimit());
    assertNoSpace(
        ownSpace(nonPie("nonpie.wasm", "lib.so")),
        "lib.so: data region does not fit: needs 3221225472 bytes aligned to 1, next free address"
            + " 0x00010000, memory limit 32767 pages (2147418112 bytes)");
  }

  @Test
  void hostileTableSize() {
    test.libraries(shared("lib.so", dylink().memInfo(0, 0, HUGE, 0)));

    assertNoSpace(
        shared("main.wasm", "lib.so"),
        "main.wasm: function table does not fit: needs 4294967296 slots, table limit 10000000"
            + " slots");
    assertNoSpace(
        ownSpace(nonPie("nonpie.wasm", "lib.so")),
        "nonpie.wasm: function table cannot grow from 4 to 4294967299 slots");
  }

  @Test
  void hostileTableSizesThatAddUpToMoreThan32Bits() {
    test.libraries(
        shared("a.so", dylink().memInfo(0, 0, HUGE, 0)),
        shared("b.so", dylink().memInfo(0, 0, 8, 0)));

    assertNoSpace(
        ownSpace(nonPie("main.wasm", "a.so", "b.so")),
        "main.wasm: function table cannot grow from 4 to 4294967307 slots");
  }

  @Test
  void aTableThatMainBounds() {
    test.libraries(shared("lib.so", dylink().memInfo(0, 0, 40, 0)));
    ModuleBuilder main =
        module("main.wasm")
            .dylink(dylink().needed("lib.so"))
            .importMemory("env", "memory", 1)
            .importTable("env", "__indirect_function_table", 1, 30);

    assertNoSpace(
        main, "main.wasm: function table does not fit: needs 41 slots, table limit 30 slots");
  }

  @Test
  void aTableWithoutRoomForAnAddress() {
    ModuleBuilder main =
        module("main.wasm")
            .dylink(dylink())
            .importMemory("env", "memory", 1)
            .importTable("env", "__indirect_function_table", 1, 1)
            .importGlobal("GOT.func", "f", I32, true)
            .exportedFunction("f", "() -> ()", code());

    assertNoSpace(main, "f: no room in the function table: needs 1 slots, table has 1");
  }

  @Test
  void anAddressInAProgramWithoutTable() {
    ModuleBuilder main =
        module("main.wasm")
            .importGlobal("GOT.func", "f", I32, true)
            .exportedFunction("f", "() -> ()", code());

    assertNoSpace(main, "f: no room in the function table: needs 1 slots, table has 0");
  }

  @Test
  void theLargestAlignmentWastesAtMostThatMuch() throws LinkException {
    test.libraries(shared("lib.so", dylink().memInfo(1, 20, 1, 20)));

    try (var program = test.link(shared("main.wasm", "lib.so"))) {
      assertEquals(2 << 20, program.linkMap().libraries().get(1).data().address());
      assertEquals(1 << 20, program.linkMap().libraries().get(1).slots().first());
      assertEquals(33, program.linkMap().memoryPages());
    }
  }

  private void assertNoSpace(ModuleBuilder main, String message) {
    LinkException thrown = test.refuse(main);
    assertEquals(message, thrown.getMessage());
    assertEquals(Reason.NO_SPACE, thrown.reason());
  }
}
