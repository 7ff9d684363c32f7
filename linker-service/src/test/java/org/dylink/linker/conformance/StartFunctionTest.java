package org.dylink.linker.conformance;

import static org.dylink.format.ValueType.I32;
import static org.dylink.linker.testing.Shapes.atBase;
import static org.dylink.linker.testing.Shapes.constant;
import static org.dylink.linker.testing.Shapes.data;
import static org.dylink.linker.testing.Shapes.getter;
import static org.dylink.linker.testing.Shapes.importAddress;
import static org.dylink.linker.testing.Shapes.importData;
import static org.dylink.linker.testing.Shapes.nonPie;
import static org.dylink.linker.testing.Shapes.ownSpace;
import static org.dylink.linker.testing.Shapes.shared;
import static org.dylink.testing.Code.code;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.dylink.engine.Engine;
import org.dylink.linker.LinkException;
import org.dylink.linker.Program;
import org.dylink.linker.testing.EachEngine;
import org.dylink.linker.testing.TestLink;
import org.dylink.testing.Code;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;

/** WebAssembly Core, "Start Function": what it may look at, wherever in the batch it stands. */
@EachEngine
class StartFunctionTest {
  private final TestLink test;

  StartFunctionTest(Engine engine) {
    test = TestLink.with(engine);
  }

  /** Keeps what a start function sees; {@code seen} gives it. */
  private static ModuleBuilder keeping(ModuleBuilder module, Code look) {
    module.global("kept", I32, true, code().i32Const(-1));
    module.function("begin", "() -> ()", look.globalSet("kept")).start("begin");
    return getter(module, "seen", "kept");
  }

  @Test
  void seesWhereTheHeapStarts() throws LinkException {
    ModuleBuilder lib = importData(shared("lib.so", dylink().memInfo(20, 2, 0, 0)), "__heap_base");
    test.libraries(
        getter(
            keeping(lib, code().globalGet("GOT.mem.__heap_base")), "now", "GOT.mem.__heap_base"));

    try (Program program = test.link(shared("main.wasm", "lib.so"))) {
      assertEquals(program.linkMap().heapBase(), (long) (int) program.call("now"));
      assertEquals(program.call("now"), program.call("seen"));
    }
  }

  @Test
  void seesDataOfALibraryThatComesLater() throws LinkException {
    ModuleBuilder first = importData(shared("first.so"), "text");
    test.libraries(
        keeping(first, code().globalGet("GOT.mem.text").i32Load(0)),
        data(shared("second.so", dylink().memInfo(16, 2, 0, 0)), "text", 8)
            .data(atBase(8), "abcd"));

    try (Program program = test.link(shared("main.wasm", "first.so", "second.so"))) {
      assertEquals(0x64636261, program.call("seen"));
    }
  }

  @Test
  void callsAFunctionOfALaterLibraryThroughTheGotAndDirectly() throws LinkException {
    ModuleBuilder first =
        importAddress(shared("first.so").importFunction("env", "answer", "() -> i32"), "answer");
    Code both =
        code().globalGet("GOT.func.answer").callIndirect("() -> i32").call("env.answer").i32Sub();
    test.libraries(
        getter(keeping(first, both), "address", "GOT.func.answer"),
        constant(shared("second.so", dylink().memInfo(0, 0, 1, 0)), "answer", 42)
            .elements(code().globalGet("env.__table_base"), "answer"));

    try (Program program = test.link(shared("main.wasm", "first.so", "second.so"))) {
      assertEquals(0, program.call("seen"));
      long slot = program.linkMap().libraries().get(2).slots().first();
      assertEquals(slot, (long) (int) program.call("address"), "the slot that its library filled");
    }
  }

  @Test
  void ofALibraryThatIsOpenedLaterSeesTheSame() throws LinkException {
    ModuleBuilder plug = importData(shared("plug.so", "data.so"), "text", "__heap_base");
    test.libraries(
        keeping(plug, code().globalGet("GOT.mem.text").i32Load(0)),
        data(shared("data.so", dylink().memInfo(16, 2, 0, 0)), "text", 8).data(atBase(8), "abcd"));

    try (Program program = test.link(shared("main.wasm"))) {
      assertEquals(0x64636261, program.open("plug.so").call("seen"));
    }
  }

  @Test
  void ofANonPieMainMayUseItsLibraries() throws LinkException {
    ModuleBuilder main =
        importData(nonPie("main.wasm", "lib.so").importFunction("env", "answer", "() -> i32"), "x");
    test.libraries(
        data(constant(shared("lib.so", dylink().memInfo(4, 2, 0, 0)), "answer", 40), "x", 0)
            .data(atBase(0), new byte[] {2, 0, 0, 0}));

    Code sum = code().call("env.answer").globalGet("GOT.mem.x").i32Load(0).i32Add();
    try (Program program = test.link(keeping(ownSpace(main), sum))) {
      assertEquals(42, program.call("seen"));
    }
  }
}
