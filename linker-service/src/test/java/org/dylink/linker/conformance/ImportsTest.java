package org.dylink.linker.conformance;

import static org.dylink.format.ValueType.I32;
import static org.dylink.linker.testing.Shapes.constant;
import static org.dylink.linker.testing.Shapes.data;
import static org.dylink.linker.testing.Shapes.getter;
import static org.dylink.linker.testing.Shapes.importAddress;
import static org.dylink.linker.testing.Shapes.importData;
import static org.dylink.linker.testing.Shapes.nonPie;
import static org.dylink.linker.testing.Shapes.ownSpace;
import static org.dylink.linker.testing.Shapes.shared;
import static org.dylink.testing.Code.code;
import static org.dylink.testing.DylinkBuilder.UNDEFINED;
import static org.dylink.testing.DylinkBuilder.WEAK;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.dylink.engine.Engine;
import org.dylink.linker.LinkException;
import org.dylink.linker.Program;
import org.dylink.linker.testing.EachEngine;
import org.dylink.linker.testing.FakeHost;
import org.dylink.linker.testing.TestLink;
import org.dylink.testing.Code;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;

/** DynamicLinking.md, "Imports": functions from env, addresses from GOT.mem and GOT.func. */
@EachEngine
class ImportsTest {
  private final TestLink test;

  ImportsTest(Engine engine) {
    test = TestLink.with(engine);
  }

  @Test
  void functionsAreBoundAcrossLibrariesAlsoInACycle() throws LinkException {
    ModuleBuilder even = shared("even.so", "odd.so").importFunction("env", "odd", "(i32) -> i32");
    even.exportedFunction("even", "(i32) -> i32", countDown(1, "env.odd"));
    ModuleBuilder odd = shared("odd.so", "even.so").importFunction("env", "even", "(i32) -> i32");
    odd.exportedFunction("odd", "(i32) -> i32", countDown(0, "env.even"));
    test.libraries(even, odd);

    try (Program program = test.link(shared("main.wasm", "even.so"))) {
      assertEquals(1, program.call("even", 10));
      assertEquals(0, program.call("even", 11));
      assertEquals(1, program.call("odd", 11));
    }
  }

  @Test
  void aLibraryMayImportItsOwnExport() throws LinkException {
    ModuleBuilder lib = shared("lib.so").importFunction("env", "one", "() -> i32");
    constant(lib, "one", 1)
        .exportedFunction("two", "() -> i32", code().call("env.one").i32Const(1).i32Add());
    test.libraries(lib);

    try (Program program = test.link(shared("main.wasm", "lib.so"))) {
      assertEquals(2, program.call("two"));
    }
  }

  @Test
  void whatLibcAndMainAskOfEachOtherAreOrdinarySymbols() throws LinkException {
    // As in wasi-libc: _start -> libc's __main_void -> main's __main_argc_argv, which is weak
    // there.
    ModuleBuilder libc = shared("libc.so", dylink().importInfo("env", "__main_argc_argv", WEAK));
    libc.importFunction("env", "__main_argc_argv", "(i32, i32) -> i32");
    libc.exportedFunction(
        "__main_void", "() -> i32", code().i32Const(3).i32Const(4).call("env.__main_argc_argv"));
    constant(libc, "__wasm_call_dtors", 100);
    constant(libc, "__wasi_proc_exit", 1_000);
    test.libraries(libc);
    ModuleBuilder main = shared("main.wasm", "libc.so");
    for (String symbol : List.of("__main_void", "__wasm_call_dtors", "__wasi_proc_exit")) {
      main.importFunction("env", symbol, "() -> i32");
    }
    main.exportedFunction(
        "__main_argc_argv", "(i32, i32) -> i32", code().localGet(0).localGet(1).i32Add());
    main.exportedFunction(
        "start",
        "() -> i32",
        code()
            .call("env.__main_void")
            .call("env.__wasm_call_dtors")
            .i32Add()
            .call("env.__wasi_proc_exit")
            .i32Add());

    try (Program program = test.link(main)) {
      assertEquals(1_107, program.call("start"));
    }
  }

  @Test
  void hostFunctionsUnderEnvAreSymbolsThatLibrariesInterpose() throws LinkException {
    test.host(
        new FakeHost("env")
            .with("theirs", "() -> i32", (guest, arguments) -> 1)
            .with("both", "() -> i32", (guest, arguments) -> 1));
    test.libraries(constant(shared("lib.so"), "both", 2));
    ModuleBuilder main = shared("main.wasm", "lib.so");
    main.importFunction("env", "theirs", "() -> i32").importFunction("env", "both", "() -> i32");
    main.exportedFunction("callTheirs", "() -> i32", code().call("env.theirs"));
    main.exportedFunction("callBoth", "() -> i32", code().call("env.both"));

    try (Program program = test.link(main)) {
      assertEquals(1, program.call("callTheirs"));
      assertEquals(2, program.call("callBoth"));
      assertEquals(1, program.call("theirs"));
    }
  }

  @Test
  void oneSymbolHasOneGotEntryForAllLibraries() throws LinkException {
    ModuleBuilder a = importData(shared("a.so"), "x");
    a.exportedFunction("change", "() -> ()", code().i32Const(99).globalSet("GOT.mem.x"));
    ModuleBuilder b = getter(importData(shared("b.so"), "x"), "seen", "GOT.mem.x");
    test.libraries(a, b, data(shared("x.so", dylink().memInfo(4, 0, 0, 0)), "x", 0));

    try (Program program = test.link(shared("main.wasm", "a.so", "b.so", "x.so"))) {
      program.call("change");
      assertEquals(99, program.call("seen"));
    }
  }

  @Test
  void aLibraryFindsItsOwnDataInTheGot() throws LinkException {
    ModuleBuilder lib = importData(shared("lib.so", dylink().memInfo(16, 4, 0, 0)), "x");
    getter(data(lib, "x", 12), "address", "GOT.mem.x");
    getter(lib, "base", "env.__memory_base");
    test.libraries(lib);

    try (Program program = test.link(shared("main.wasm", "lib.so"))) {
      assertEquals((int) program.call("base") + 12, program.call("address"));
    }
  }

  @Test
  void undefinedWeakSymbolsAreZeroAndTheFlagMayStandUnderEnv() throws LinkException {
    // wasm-ld writes the flags of all imports under env, also those of the GOT.
    int flags = WEAK | UNDEFINED;
    ModuleBuilder main =
        shared(
            "main.wasm",
            dylink()
                .importInfo("env", "data", flags)
                .importInfo("env", "function", flags)
                .importInfo("GOT.mem", "data2", flags)
                .importInfo("GOT.func", "function2", flags));
    importAddress(importData(main, "data", "data2"), "function", "function2");
    getter(main, "a", "GOT.mem.data");
    getter(main, "b", "GOT.mem.data2");
    getter(main, "c", "GOT.func.function");
    getter(main, "d", "GOT.func.function2");

    try (Program program = test.link(main)) {
      for (String name : new String[] {"a", "b", "c", "d"}) {
        assertEquals(0, program.call(name));
      }
    }
  }

  @Test
  void aWeakImportIsBoundWhereSomebodyDefinesIt() throws LinkException {
    ModuleBuilder main =
        shared("main.wasm", dylink().needed("lib.so").importInfo("env", "f", WEAK | UNDEFINED));
    importAddress(main, "f")
        .exportedFunction(
            "viaF", "() -> i32", code().globalGet("GOT.func.f").callIndirect("() -> i32"));
    test.libraries(constant(shared("lib.so"), "f", 5));

    try (Program program = test.link(main)) {
      assertEquals(5, program.call("viaF"));
    }
  }

  @Test
  void anUndefinedWeakFunctionIsNoErrorWithBindNow() throws LinkException {
    test.option(o -> o.bindNow(true));
    ModuleBuilder main = shared("main.wasm", dylink().importInfo("env", "f", WEAK | UNDEFINED));
    main.importFunction("env", "f", "() -> ()");

    test.link(main).close();
  }

  @Test
  void aNonPieMainFindsDataInTheGot() throws LinkException {
    test.libraries(data(shared("lib.so", dylink().memInfo(16, 4, 0, 0)), "x", 4));
    ModuleBuilder main = ownSpace(importData(nonPie("main.wasm", "lib.so"), "x"));
    getter(main, "address", "GOT.mem.x");

    try (Program program = test.link(main)) {
      assertEquals(65_536 + 4, program.call("address"));
    }
  }

  @Test
  void anImportThatIsExportedAgainIsNoDefinition() throws LinkException {
    ModuleBuilder forward = shared("forward.so").importFunction("env", "f", "() -> i32");
    forward.exportFunction("f", "env.f");
    ModuleBuilder main = shared("main.wasm", "forward.so", "lib.so");
    main.importFunction("env", "f", "() -> i32");
    importAddress(main, "f");
    main.exportedFunction("callF", "() -> i32", code().call("env.f"));
    main.exportedFunction(
        "viaF", "() -> i32", code().globalGet("GOT.func.f").callIndirect("() -> i32"));
    test.libraries(forward, constant(shared("lib.so"), "f", 6));

    try (Program program = test.link(main)) {
      assertEquals(6, program.call("callF"));
      assertEquals(6, program.call("viaF"));
      assertEquals(6, program.call("f"));
    }
  }

  private static Code countDown(int atZero, String next) {
    return code()
        .localGet(0)
        .i32Eqz()
        .ifThen(I32)
        .i32Const(atZero)
        .orElse()
        .localGet(0)
        .i32Const(1)
        .i32Sub()
        .call(next)
        .end();
  }
}
