package org.dylink.linker.errors;

import static org.dylink.linker.testing.Shapes.MEMORY_BASE;
import static org.dylink.linker.testing.Shapes.shared;
import static org.dylink.testing.Code.code;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.dylink.engine.Engine;
import org.dylink.engine.TrapException;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.Program;
import org.dylink.linker.testing.EachEngine;
import org.dylink.linker.testing.Engines;
import org.dylink.linker.testing.FakeHost;
import org.dylink.linker.testing.FakeWasi;
import org.dylink.linker.testing.TestLibrary;
import org.dylink.linker.testing.TestLink;
import org.dylink.testing.Code;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;

/** Libraries whose code fails before main runs, or that are not valid. */
@EachEngine
class InitFailedTest {
  private final Engine engine;
  private final TestLink test;

  InitFailedTest(Engine engine) {
    this.engine = engine;
    test = TestLink.with(engine);
  }

  @Test
  void aTrapInAConstructor() {
    ModuleBuilder lib =
        shared("lib.so")
            .function("inner", "() -> ()", code().unreachable())
            .exportedFunction("__wasm_call_ctors", "() -> ()", code().call("inner"))
            .withNames();
    test.libraries(lib);

    LinkException thrown =
        assertInitFailed(
            shared("main.wasm", "lib.so"),
            "lib.so: constructors trapped: unreachable: unreachable instruction executed");

    TrapException trap = assertInstanceOf(TrapException.class, thrown.getCause());
    assertEquals(
        List.of("inner (lib.so)", "__wasm_call_ctors (lib.so)"),
        trap.guestStack().stream().map(Object::toString).toList());
  }

  @Test
  void aTrapInRelocations() {
    test.libraries(
        shared("lib.so").exportedFunction("__wasm_apply_data_relocs", "() -> ()", divideByZero()));

    assertInitFailed(
        shared("main.wasm", "lib.so"), "lib.so: data relocations trapped: integer divide by zero");
  }

  @Test
  void aTrapInAStartFunction() {
    test.libraries(shared("lib.so").function("begin", "() -> ()", divideByZero()).start("begin"));

    assertInitFailed(
        shared("main.wasm", "lib.so"), "lib.so: start function trapped: integer divide by zero");
  }

  @Test
  void aDataSegmentOutsideOfTheMemory() {
    test.libraries(
        shared("lib.so", dylink().memInfo(16, 0, 0, 0)).data(code().i32Const(-8), "12345678910"));

    LinkException thrown = test.refuse(shared("main.wasm", "lib.so"));

    assertEquals(Reason.INIT_FAILED, thrown.reason());
    assertEquals("lib.so", thrown.library());
  }

  @Test
  void anElementSegmentOutsideOfTheTable() {
    ModuleBuilder lib = shared("lib.so", dylink().memInfo(0, 0, 1, 0));
    lib.exportedFunction("f", "() -> ()", code());
    test.libraries(lib.elements(code().i32Const(100), "f"));

    LinkException thrown = test.refuse(shared("main.wasm", "lib.so"));

    assertEquals(Reason.INIT_FAILED, thrown.reason());
    assertEquals("lib.so", thrown.library());
  }

  @Test
  void anUndefinedFunctionThatAConstructorCalls() {
    test.libraries(
        shared("lib.so")
            .importFunction("env", "gone", "() -> ()")
            .exportedFunction("__wasm_call_ctors", "() -> ()", code().call("env.gone")));

    assertInitFailed(
        shared("main.wasm", "lib.so"),
        "lib.so: constructors trapped: undefined function: lib.so: undefined function gone:"
            + " searched main.wasm, lib.so");
  }

  @Test
  void aStackOverflowInAConstructor() {
    test.libraries(
        shared("lib.so")
            .exportedFunction("__wasm_call_ctors", "() -> ()", code().call("__wasm_call_ctors")));

    assertInitFailed(
        shared("main.wasm", "lib.so"),
        "lib.so: constructors trapped: stack overflow: call stack exhausted");
  }

  @Test
  void anExitInAConstructor() {
    test.libraries(
        shared("lib.so")
            .importFunction(FakeWasi.MODULE, "proc_exit", "(i32) -> ()")
            .exportedFunction(
                "__wasm_call_ctors",
                "() -> ()",
                code().i32Const(3).call(FakeWasi.MODULE + ".proc_exit")));

    assertInitFailed(
        shared("main.wasm", "lib.so"), "main.wasm: a constructor ended the program: exit code 3");
  }

  @Test
  void whatAHostFunctionThrowsPassesThrough() {
    test.host(
        new FakeHost("test")
            .with(
                "fail",
                "() -> ()",
                (guest, arguments) -> {
                  throw new IllegalStateException("broken");
                }));
    test.libraries(
        shared("lib.so")
            .importFunction("test", "fail", "() -> ()")
            .exportedFunction("__wasm_call_ctors", "() -> ()", code().call("test.fail")));

    var thrown =
        test.refuse(IllegalStateException.class, TestLibrary.of(shared("main.wasm", "lib.so")));
    assertEquals("broken", thrown.getMessage());
  }

  @Test
  void aMainWithItsOwnMemoryMayPrintFromItsStartFunction() throws LinkException {
    ModuleBuilder main =
        module("main.wasm")
            .importFunction(FakeWasi.MODULE, "fd_write", "(i32, i32, i32, i32) -> i32")
            .memory(1)
            .exportMemory("memory")
            .data(code().i32Const(8), new byte[] {16, 0, 0, 0, 2, 0, 0, 0, 'h', 'i'})
            .function("begin", "() -> ()", print())
            .start("begin");

    test.link(main).close();

    assertEquals("hi", test.output());
  }

  @Test
  void aPlainModuleThatPrintsBeforeThereIsAMemory() {
    ModuleBuilder early =
        module("early.wasm")
            .importFunction(FakeWasi.MODULE, "fd_write", "(i32, i32, i32, i32) -> i32")
            .function("begin", "() -> ()", print())
            .start("begin");
    TestLibrary library = TestLibrary.of(early);
    test.option(o -> o.module("early", library));

    assertInitFailed(
        shared("main.wasm"),
        "early.wasm: start function called the host too early: main.wasm: has no memory yet");
  }

  @Test
  void anInvalidBody() throws LinkException {
    assertNotValid(shared("lib.so").exportedFunction("f", "() -> i32", code().i64Const(1)));
  }

  @Test
  void aBodyOfUnknownInstructions() throws LinkException {
    assertNotValid(shared("lib.so").exportedFunction("f", "() -> ()", code().op(0xff, 0xff)));
  }

  private void assertNotValid(ModuleBuilder lib) throws LinkException {
    test.libraries(lib);
    if (Engines.validatesAtOnce(engine)) {
      LinkException thrown = test.refuse(shared("main.wasm", "lib.so"));
      assertEquals(Reason.MALFORMED, thrown.reason());
      assertEquals("lib.so", thrown.library());
      assertEquals("lib.so: not valid: ", thrown.getMessage().substring(0, 19));
      return;
    }
    // A body is looked at when it is called.
    try (Program program = test.link(shared("main.wasm", "lib.so"))) {
      TrapException trap = assertThrows(TrapException.class, () -> program.call("f"));
      assertEquals("lib.so: not valid: function f: ", trap.getMessage().substring(0, 31));
    }
  }

  @Test
  void nothingOfAFailedLinkIsSeenByTheNext() throws LinkException {
    test.libraries(
        shared("lib.so", dylink().memInfo(4, 2, 0, 0))
            .exportedFunction(
                "__wasm_call_ctors",
                "() -> ()",
                code()
                    .globalGet(MEMORY_BASE)
                    .i32Load(0)
                    .ifThen()
                    .unreachable()
                    .end()
                    .globalGet(MEMORY_BASE)
                    .i32Const(1)
                    .i32Store(0)));
    ModuleBuilder failing = shared("main.wasm", "lib.so");
    failing.exportedFunction("__wasm_call_ctors", "() -> ()", code().unreachable());

    assertThrows(LinkException.class, () -> test.link(failing));
    test.link(shared("main.wasm", "lib.so")).close();
    test.assertNothingLeft();
  }

  private LinkException assertInitFailed(ModuleBuilder main, String message) {
    LinkException thrown = test.refuse(main);
    assertEquals(message, thrown.getMessage());
    assertEquals(Reason.INIT_FAILED, thrown.reason());
    return thrown;
  }

  private static Code divideByZero() {
    return code().i32Const(1).i32Const(0).i32DivS().drop();
  }

  private static Code print() {
    return code()
        .i32Const(1)
        .i32Const(8)
        .i32Const(1)
        .i32Const(0)
        .call(FakeWasi.MODULE + ".fd_write")
        .drop();
  }
}
