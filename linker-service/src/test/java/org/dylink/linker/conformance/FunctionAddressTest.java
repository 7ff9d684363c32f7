package org.dylink.linker.conformance;

import static org.dylink.linker.testing.Shapes.TABLE_BASE;
import static org.dylink.linker.testing.Shapes.constant;
import static org.dylink.linker.testing.Shapes.getter;
import static org.dylink.linker.testing.Shapes.importAddress;
import static org.dylink.linker.testing.Shapes.nonPie;
import static org.dylink.linker.testing.Shapes.ownSpace;
import static org.dylink.linker.testing.Shapes.shared;
import static org.dylink.testing.Code.code;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.dylink.engine.Engine;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.linker.LinkException;
import org.dylink.linker.Program;
import org.dylink.linker.testing.EachEngine;
import org.dylink.linker.testing.FakeHost;
import org.dylink.linker.testing.TestLink;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;

/** One slot per function, whoever takes its address: C compares function pointers. */
@EachEngine
class FunctionAddressTest {
  private static final String CALL_ADDRESS = "(i32) -> i32";

  private final TestLink test;

  FunctionAddressTest(Engine engine) {
    test =
        TestLink.with(engine)
            .host(new FakeHost("env").with("host", "() -> i32", (guest, arguments) -> 1000));
  }

  @Test
  void allLibrariesSeeOneAddress() throws LinkException {
    ModuleBuilder main = taker("main.wasm", "main", "lib.so", "libc.so");
    constant(main, "inMain", 1);
    test.libraries(
        constant(taker("lib.so", "lib"), "inLib", 2),
        constant(taker("libc.so", "libc"), "inLibc", 3));

    try (Program program = test.link(main)) {
      assertSameEverywhere(program, "inMain", 1);
      assertSameEverywhere(program, "inLib", 2);
      assertSameEverywhere(program, "inLibc", 3);
      assertSameEverywhere(program, "host", 1000);
    }
  }

  @Test
  void allLibrariesOfANonPieMainSeeOneAddress() throws LinkException {
    ModuleBuilder main = nonPie("main.wasm", "lib.so", "libc.so");
    main.importFunction("env", "inLib", "() -> i32").importFunction("env", "host", "() -> i32");
    ownSpace(main);
    constant(main, "inMain", 1);
    // Code that is not position independent has imported functions in its element segments.
    main.elements(code().i32Const(1), "inMain", "env.inLib", "env.host");
    constant(main, "main_inMain", 1);
    constant(main, "main_inLib", 2);
    constant(main, "main_host", 3);
    main.exportedFunction("main_call", CALL_ADDRESS, code().localGet(0).callIndirect("() -> i32"));
    test.libraries(
        constant(taker("lib.so", "lib"), "inLib", 2),
        constant(taker("libc.so", "libc"), "inLibc", 3));

    try (Program program = test.link(main)) {
      assertSameEverywhere(program, "inMain", 1);
      assertSameEverywhere(program, "inLib", 2);
      assertSameEverywhere(program, "host", 1000);
    }
  }

  @Test
  void aSlotThatALibraryFilledIsUsedAgain() throws LinkException {
    ModuleBuilder lib = shared("lib.so", dylink().memInfo(0, 0, 2, 0));
    constant(lib, "f", 1);
    constant(lib, "g", 2);
    lib.elements(code().globalGet(TABLE_BASE), "f", "g");
    getter(lib, "base", TABLE_BASE);
    ModuleBuilder main = importAddress(shared("main.wasm", "lib.so"), "f", "g");
    getter(main, "f_address", "GOT.func.f");
    getter(main, "g_address", "GOT.func.g");
    test.libraries(lib);

    try (Program program = test.link(main)) {
      int base = (int) program.call("base");
      assertEquals(base, program.call("f_address"));
      assertEquals(base + 1, program.call("g_address"));
      assertEquals(3, program.linkMap().tableSize());
    }
  }

  @Test
  void ofTwoSlotsWithOneFunctionTheFirstIsItsAddress() throws LinkException {
    ModuleBuilder lib = shared("lib.so", dylink().memInfo(0, 0, 3, 0));
    constant(lib, "g", 2);
    constant(lib, "f", 1);
    lib.elements(code().globalGet(TABLE_BASE), "g", "f", "f");
    ModuleBuilder main =
        getter(importAddress(shared("main.wasm", "lib.so"), "f"), "address", "GOT.func.f");
    test.libraries(lib);

    try (Program program = test.link(main)) {
      assertEquals(2, program.call("address"));
    }
  }

  @Test
  void differentFunctionsHaveDifferentAddresses() throws LinkException {
    ModuleBuilder main = importAddress(shared("main.wasm"), "f", "g");
    constant(main, "f", 1);
    constant(main, "g", 1);
    getter(main, "f_address", "GOT.func.f");
    getter(main, "g_address", "GOT.func.g");

    try (Program program = test.link(main)) {
      assertNotEquals(program.call("f_address"), program.call("g_address"));
    }
  }

  @Test
  void aPointerOfTheWrongTypeTraps() throws LinkException {
    ModuleBuilder main = importAddress(shared("main.wasm", "lib.so"), "f");
    main.exportedFunction(
        "wrong",
        "() -> i32",
        code().i32Const(1).globalGet("GOT.func.f").callIndirect("(i32) -> i32"));
    test.libraries(constant(shared("lib.so"), "f", 1));

    try (Program program = test.link(main)) {
      var thrown = assertThrows(TrapException.class, () -> program.call("wrong"));
      assertEquals(TrapKind.INDIRECT_CALL_TYPE_MISMATCH, thrown.kind());
    }
  }

  private static void assertSameEverywhere(Program program, String function, int result) {
    Object address = program.call("libc_" + function);
    assertNotEquals(0, address);
    assertEquals(address, program.call("lib_" + function));
    assertEquals(address, program.call("main_" + function));
    for (String caller : new String[] {"main", "lib", "libc"}) {
      assertEquals(result, program.call(caller + "_call", address));
    }
  }

  /** Has PREFIX_FUNCTION for the address of each function, and PREFIX_call to call one. */
  private static ModuleBuilder taker(String name, String prefix, String... needed) {
    String[] functions = {"inMain", "inLib", "inLibc", "host"};
    ModuleBuilder module = importAddress(shared(name, needed), functions);
    for (String function : functions) {
      getter(module, prefix + "_" + function, "GOT.func." + function);
    }
    return module.exportedFunction(
        prefix + "_call", CALL_ADDRESS, code().localGet(0).callIndirect("() -> i32"));
  }
}
