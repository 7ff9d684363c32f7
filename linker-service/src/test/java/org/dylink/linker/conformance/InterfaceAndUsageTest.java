package org.dylink.linker.conformance;

import static org.dylink.format.ValueType.I32;
import static org.dylink.linker.testing.Shapes.STACK_POINTER;
import static org.dylink.linker.testing.Shapes.atBase;
import static org.dylink.linker.testing.Shapes.getter;
import static org.dylink.linker.testing.Shapes.importData;
import static org.dylink.linker.testing.Shapes.nonPie;
import static org.dylink.linker.testing.Shapes.ownSpace;
import static org.dylink.linker.testing.Shapes.shared;
import static org.dylink.testing.Code.code;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.dylink.engine.Engine;
import org.dylink.format.MemoryType;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkMap;
import org.dylink.linker.Program;
import org.dylink.linker.testing.EachEngine;
import org.dylink.linker.testing.TestLink;
import org.dylink.testing.Code;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;

/** DynamicLinking.md, "Interface and usage": what the linker provides, and the memory's rules. */
@EachEngine
class InterfaceAndUsageTest {
  private final TestLink test;

  InterfaceAndUsageTest(Engine engine) {
    test = TestLink.with(engine);
  }

  @Test
  void memoryIsOneForAllLibraries() throws LinkException {
    ModuleBuilder writer =
        shared("writer.so", dylink().memInfo(4, 2, 0, 0))
            .exportedFunction(
                "write",
                "(i32) -> i32",
                atBase(0).localGet(0).i32Store(0).globalGet("env.__memory_base"));
    ModuleBuilder reader =
        shared("reader.so").exportedFunction("read", "(i32) -> i32", code().localGet(0).i32Load(0));
    test.libraries(writer, reader);

    try (Program program = test.link(shared("main.wasm", "writer.so", "reader.so"))) {
      int address = (int) program.call("write", 4711);
      assertEquals(4711, program.call("read", address));
    }
  }

  @Test
  void dataSegmentsAreCopiedToMemoryBase() throws LinkException {
    ModuleBuilder lib = shared("lib.so", dylink().memInfo(16, 2, 0, 0)).data(atBase(4), "abcd");
    lib.exportedFunction("word", "() -> i32", atBase(0).i32Load(4));
    test.libraries(lib);

    try (Program program = test.link(shared("main.wasm", "lib.so"))) {
      assertEquals(0x64636261, program.call("word"));
    }
  }

  @Test
  void stackPointerIsOneForAllLibraries() throws LinkException {
    Code push = code().globalGet(STACK_POINTER).i32Const(16).i32Sub().globalSet(STACK_POINTER);
    ModuleBuilder lib = shared("lib.so").exportedFunction("push", "() -> ()", push);
    test.libraries(lib);
    ModuleBuilder main = getter(shared("main.wasm", "lib.so"), "sp", STACK_POINTER);

    try (Program program = test.link(main)) {
      int top = (int) program.call("sp");
      program.call("push");
      assertEquals(top - 16, program.call("sp"));
      assertEquals(program.linkMap().stack().end(), top);
    }
  }

  @Test
  void stackOfANonPieMainIsSharedToo() throws LinkException {
    ModuleBuilder lib = getter(shared("lib.so"), "libSp", STACK_POINTER);
    test.libraries(lib);
    ModuleBuilder main =
        ownSpace(nonPie("main.wasm", "lib.so"))
            .exportedFunction(
                "push",
                "() -> ()",
                code()
                    .globalGet("__stack_pointer")
                    .i32Const(16)
                    .i32Sub()
                    .globalSet("__stack_pointer"));

    try (Program program = test.link(main)) {
      assertEquals(65_536, program.call("libSp"));
      program.call("push");
      assertEquals(65_520, program.call("libSp"));
    }
  }

  @Test
  void theStackLiesBelowTheDataAndNothingLiesAtAddressZero() throws LinkException {
    test.libraries(shared("lib.so", dylink().memInfo(16, 0, 0, 0)));

    try (Program program =
        test.link(shared("main.wasm", dylink().memInfo(1, 0, 0, 0).needed("lib.so")))) {
      LinkMap map = program.linkMap();
      assertEquals(1024, map.stack().address());
      assertEquals(1 << 20, map.stack().size());
      assertEquals(map.stack().end(), map.libraries().get(0).data().address());
      assertEquals(map.stack().end() + 1, map.libraries().get(1).data().address());
    }
  }

  @Test
  void slotZeroIsNull() throws LinkException {
    ModuleBuilder main =
        shared("main.wasm", dylink().memInfo(0, 0, 1, 0))
            .exportedFunction("zeroIsNull", "() -> i32", code().i32Const(0).op(0x25, 0).refIsNull())
            .exportedFunction("f", "() -> ()", code())
            .elements(code().globalGet("env.__table_base"), "f");

    try (Program program = test.link(main)) {
      assertEquals(1, program.call("zeroIsNull"));
      assertEquals(1, program.linkMap().libraries().get(0).slots().first());
    }
  }

  @Test
  void heapAndStackBoundsAreAddressesInTheGot() throws LinkException {
    ModuleBuilder main = shared("main.wasm", dylink().memInfo(70_000, 4, 0, 0));
    heapGetters(main);

    try (Program program = test.link(main)) {
      LinkMap map = program.linkMap();
      assertEquals((int) map.heapBase(), program.call("heapBase"));
      assertEquals((int) map.memoryPages() * MemoryType.PAGE_SIZE, program.call("heapEnd"));
      assertTrue((int) program.call("heapEnd") >= (int) program.call("heapBase"));
      assertTrue(map.heapBase() >= map.libraries().get(0).data().end());
      assertEquals((int) map.stack().address(), program.call("stackLow"));
      assertEquals((int) map.stack().end(), program.call("stackHigh"));
    }
  }

  @Test
  void heapOfANonPieMainStartsBehindTheLibraries() throws LinkException {
    ModuleBuilder lib = shared("lib.so", dylink().memInfo(100_000, 4, 0, 0));
    heapGetters(lib);
    test.libraries(lib);
    ModuleBuilder main =
        ownSpace(nonPie("main.wasm", "lib.so"))
            .global("__stack_low", I32, false, code().i32Const(2048))
            .global("__stack_high", I32, false, code().i32Const(65_536))
            .exportGlobal("__stack_low", "__stack_low")
            .exportGlobal("__stack_high", "__stack_high");

    try (Program program = test.link(main)) {
      LinkMap map = program.linkMap();
      assertEquals(65_536, map.libraries().get(1).data().address());
      assertEquals(165_536, program.call("heapBase"));
      assertEquals(3 * 65_536, program.call("heapEnd"));
      assertEquals(2048, program.call("stackLow"));
      assertEquals(65_536, program.call("stackHigh"));
      assertEquals(2048, map.stack().address());
      assertEquals(65_536, map.stack().end());
    }
  }

  @Test
  void heapEndIsNotBelowHeapBaseWhenTheMemoryIsFull() throws LinkException {
    test.option(o -> o.maxMemory(65_536).stackSize(1024));
    ModuleBuilder main = shared("main.wasm", dylink().memInfo(65_536 - 2048, 0, 0, 0));
    heapGetters(main);

    try (Program program = test.link(main)) {
      assertEquals(65_536, program.call("heapBase"));
      assertEquals(65_536, program.call("heapEnd"));
    }
  }

  @Test
  void memoryHasEachLibrarysMinimumBeforeItIsInstantiated() throws LinkException {
    ModuleBuilder lib =
        ModuleBuilder.module("lib.so")
            .dylink(dylink().memInfo(16, 0, 0, 0))
            .importMemory("env", "memory", 40)
            .function(
                "fill",
                "() -> ()",
                code().i32Const(39 * 65_536).i32Const(1).i32Const(8).memoryFill())
            .start("fill")
            .exportedFunction("filled", "() -> i32", code().i32Const(39 * 65_536).i32Load(4));
    test.libraries(lib);

    try (Program program = test.link(shared("main.wasm", "lib.so"))) {
      assertEquals(40, program.linkMap().memoryPages());
      assertEquals(0x01010101, program.call("filled"));
    }
  }

  @Test
  void memoryOfANonPieMainIsGrownToTheLibrarysMinimum() throws LinkException {
    ModuleBuilder lib =
        ModuleBuilder.module("lib.so")
            .dylink(dylink().memInfo(16, 0, 0, 0))
            .importMemory("env", "memory", 7);
    test.libraries(lib);

    try (Program program = test.link(ownSpace(nonPie("main.wasm", "lib.so")))) {
      assertEquals(7, program.linkMap().memoryPages());
    }
  }

  @Test
  void tableHasEachLibrarysMinimumBeforeItIsInstantiated() throws LinkException {
    ModuleBuilder lib =
        ModuleBuilder.module("lib.so")
            .dylink(dylink().memInfo(0, 0, 0, 0))
            .importMemory("env", "memory", 1)
            .importTable("env", "__indirect_function_table", 40);
    test.libraries(lib);

    try (Program program = test.link(shared("main.wasm", "lib.so"))) {
      assertEquals(40, program.linkMap().tableSize());
    }
    try (Program program = test.link(ownSpace(nonPie("nonpie.wasm", "lib.so")))) {
      assertEquals(40, program.linkMap().tableSize());
    }
  }

  @Test
  void memoryHasTheSmallestMaximumOfAllImports() throws LinkException {
    ModuleBuilder lib =
        ModuleBuilder.module("lib.so")
            .dylink(dylink().memInfo(16, 0, 0, 0))
            .importMemory("env", "memory", 1, 50);
    test.libraries(lib);
    ModuleBuilder main =
        ModuleBuilder.module("main.wasm")
            .dylink(dylink().needed("lib.so"))
            .importMemory("env", "memory", 1, 90)
            .exportedFunction("grow", "(i32) -> i32", code().localGet(0).memoryGrow());

    try (Program program = test.link(main)) {
      int pages = (int) program.linkMap().memoryPages();
      assertEquals(50, program.linkMap().maximumPages());
      assertEquals(-1, program.call("grow", 51 - pages));
      assertEquals(pages, program.call("grow", 50 - pages));
    }
  }

  @Test
  void theMemoryLimitOfTheRequestHoldsForANonPieMain() throws LinkException {
    test.option(o -> o.maxMemory(3 * 65_536));
    ModuleBuilder main =
        ownSpace(nonPie("main.wasm"))
            .exportedFunction("grow", "(i32) -> i32", code().localGet(0).memoryGrow());

    try (Program program = test.link(main)) {
      assertEquals(3, program.linkMap().maximumPages());
      assertEquals(-1, program.call("grow", 3));
      assertEquals(1, program.call("grow", 2));
    }
  }

  @Test
  void aLibraryNeedsNoMemory() throws LinkException {
    ModuleBuilder lib =
        ModuleBuilder.module("pure.so")
            .dylink(dylink().memInfo(0, 0, 1, 0))
            .importTable("env", "__indirect_function_table", 1)
            .importGlobal("env", "__table_base", I32, false)
            .exportedFunction("seven", "() -> i32", code().i32Const(7))
            .elements(code().globalGet("env.__table_base"), "seven")
            .exportedFunction(
                "viaTable",
                "() -> i32",
                code().globalGet("env.__table_base").callIndirect("() -> i32"));
    test.libraries(lib);

    try (Program program = test.link(shared("main.wasm", "pure.so"))) {
      assertEquals(7, program.call("viaTable"));
    }
  }

  @Test
  void librariesSeeTheHeapAndTheStackOfANonPieMain() throws LinkException {
    ModuleBuilder lib = shared("lib.so");
    heapGetters(lib);
    test.libraries(lib);
    ModuleBuilder main = layout(ownSpace(nonPie("main.wasm", "lib.so")), "__heap_end", 65_536);

    try (Program program = test.link(main)) {
      assertEquals(40_000, program.call("heapBase"));
      assertEquals(65_536, program.call("heapEnd"));
      assertEquals(1_024, program.call("stackLow"));
      assertEquals(32_768, program.call("stackHigh"));
      assertEquals(65_536, program.linkMap().libraries().get(1).data().address());
    }
  }

  @Test
  void aHeapWithoutAnEndEndsWithTheMemoryOfMain() throws LinkException {
    ModuleBuilder lib = shared("lib.so", dylink().memInfo(70_000, 4, 0, 0));
    heapGetters(lib);
    test.libraries(lib);

    try (Program program = test.link(layout(ownSpace(nonPie("main.wasm", "lib.so")), "x", 1))) {
      assertEquals(40_000, program.call("heapBase"));
      assertEquals(65_536, program.call("heapEnd"));
    }
  }

  @Test
  void aHeapWithoutABaseIsNotMains() throws LinkException {
    ModuleBuilder lib = shared("lib.so", dylink().memInfo(16, 4, 0, 0));
    heapGetters(lib);
    test.libraries(lib);
    ModuleBuilder main = ownSpace(nonPie("main.wasm", "lib.so"));
    main.global("end", I32, false, code().i32Const(9)).exportGlobal("__heap_end", "end");

    try (Program program = test.link(main)) {
      assertEquals(65_536 + 16, program.call("heapBase"));
      assertEquals(131_072, program.call("heapEnd"));
    }
  }

  // A malloc linked into main owns its heap, and the one of a libc that main does not know, too,
  // would take it for its own.
  @Test
  void aMallocThatMainDoesNotKnowGetsAnotherHeap() throws LinkException {
    ModuleBuilder libc = shared("libc.so").exportedFunction("malloc", "() -> ()", code());
    heapGetters(libc);
    ModuleBuilder user =
        getter(
            importData(shared("lib.so", "libc.so"), "__heap_base"), "base", "GOT.mem.__heap_base");
    test.libraries(libc, user);

    try (Program apart =
        test.link(layout(ownSpace(nonPie("main.wasm", "lib.so")), "__heap_end", 65_536))) {
      assertEquals(40_000, apart.call("base"));
      assertEquals(65_536, apart.call("heapBase"));
    }
    try (Program shared =
        test.link(
            layout(ownSpace(nonPie("main.wasm", "lib.so", "libc.so")), "__heap_end", 65_536))) {
      assertEquals(40_000, shared.call("heapBase"));
    }
    ModuleBuilder interposing = layout(ownSpace(nonPie("main.wasm", "lib.so")), "x", 1);
    interposing.exportedFunction("malloc", "() -> ()", code());
    try (Program shared = test.link(interposing)) {
      assertEquals(40_000, shared.call("heapBase"));
    }
  }

  private static ModuleBuilder layout(ModuleBuilder main, String more, int value) {
    address(main, "__heap_base", 40_000);
    address(main, "__stack_low", 1_024);
    address(main, "__stack_high", 32_768);
    return address(main, more, value);
  }

  private static ModuleBuilder address(ModuleBuilder main, String name, int value) {
    return main.global(name, I32, false, code().i32Const(value)).exportGlobal(name, name);
  }

  private static void heapGetters(ModuleBuilder module) {
    importData(module, "__heap_base", "__heap_end", "__stack_low", "__stack_high");
    getter(module, "heapBase", "GOT.mem.__heap_base");
    getter(module, "heapEnd", "GOT.mem.__heap_end");
    getter(module, "stackLow", "GOT.mem.__stack_low");
    getter(module, "stackHigh", "GOT.mem.__stack_high");
  }
}
