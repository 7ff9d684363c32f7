package org.dylink.linker.errors;

import static org.dylink.format.ValueType.I32;
import static org.dylink.format.ValueType.I64;
import static org.dylink.linker.testing.Shapes.constant;
import static org.dylink.linker.testing.Shapes.shared;
import static org.dylink.testing.Code.code;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.dylink.engine.Engine;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.testing.EachEngine;
import org.dylink.linker.testing.FakeHost;
import org.dylink.linker.testing.TestLink;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An import of one type, a definition of another: both are told. */
@EachEngine
class TypeMismatchTest {
  private final TestLink test;

  TypeMismatchTest(Engine engine) {
    test = TestLink.with(engine);
  }

  @Test
  void signaturesOfALibraryAndOfTheHost() {
    test.host(new FakeHost("env").with("mine", "(i32) -> ()", (guest, arguments) -> null));
    ModuleBuilder zlib = shared("libz.so");
    zlib.exportedFunction("crc32", "(i32, i32) -> i32", code().localGet(0));
    test.libraries(zlib);
    ModuleBuilder main =
        shared("app.wasm", "libz.so")
            .importFunction("env", "crc32", "(i32, i32, i32) -> i32")
            .importFunction("env", "mine", "() -> f32")
            .importFunction("wasi_snapshot_preview1", "proc_exit", "(i64) -> ()")
            .importGlobal("wasi_snapshot_preview1", "fd_write", I32, false);

    LinkException thrown = test.refuse(main);

    assertEquals(
        """
        app.wasm: import env.crc32: signature mismatch: expected (i32, i32, i32) -> i32, libz.so has (i32, i32) -> i32
        app.wasm: import env.mine: signature mismatch: expected () -> f32, the host has (i32) -> ()
        app.wasm: import wasi_snapshot_preview1.proc_exit: signature mismatch: expected (i64) -> (), wasi_snapshot_preview1 has (i32) -> ()
        app.wasm: import wasi_snapshot_preview1.fd_write: expected a global, wasi_snapshot_preview1 has a function\
        """,
        thrown.getMessage());
    assertEquals(Reason.TYPE_MISMATCH, thrown.reason());
    assertEquals("crc32", thrown.symbol());
    assertEquals("app.wasm", thrown.neededBy());
  }

  @Test
  void aMismatchIsAnErrorThoughNobodyCalls() {
    test.libraries(constant(shared("lib.so"), "f", 1));

    assertEquals(
        "main.wasm: import env.f: signature mismatch: expected () -> (), lib.so has () -> i32",
        test.refuse(shared("main.wasm", "lib.so").importFunction("env", "f", "() -> ()"))
            .getMessage());
  }

  @Test
  void missingAndMismatchedSymbolsAreToldTogether() {
    test.option(o -> o.bindNow(true));
    test.libraries(constant(shared("lib.so"), "f", 1));
    ModuleBuilder main = shared("main.wasm", "lib.so");
    main.importFunction("env", "f", "() -> ()").importFunction("env", "g", "() -> ()");

    assertEquals(
        """
        main.wasm: import env.f: signature mismatch: expected () -> (), lib.so has () -> i32
        main.wasm: undefined function g: searched main.wasm, lib.so\
        """,
        test.refuse(main).getMessage());
  }

  @Test
  void theLinkersGlobalsHaveTheirTypes() {
    ModuleBuilder main = module("main.wasm").dylink(dylink()).importMemory("env", "memory", 1);

    LinkException thrown = test.refuse(main.importGlobal("env", "__memory_base", I64, false));

    assertEquals(Reason.TYPE_MISMATCH, thrown.reason());
    assertEquals(
        "main.wasm: import env.__memory_base: expected global i64, found global i32",
        thrown.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"__wasm_apply_data_relocs", "__wasm_call_ctors", "_initialize", "_start"})
  void whatTheLinkerCallsTakesAndGivesNothing(String name) {
    ModuleBuilder main = shared("main.wasm").exportedFunction(name, "(i32) -> ()", code());

    LinkException thrown = test.refuse(main);

    assertEquals(Reason.TYPE_MISMATCH, thrown.reason());
    assertEquals(
        "main.wasm: export " + name + ": signature mismatch: expected () -> (), found (i32) -> ()",
        thrown.getMessage());
  }

  @Test
  void gotEntriesAreMutable() {
    test.libraries(constant(shared("lib.so"), "f", 1));

    LinkException thrown =
        test.refuse(shared("main.wasm", "lib.so").importGlobal("GOT.func", "f", I32, false));

    assertEquals(Reason.TYPE_MISMATCH, thrown.reason());
    assertEquals(
        "main.wasm: import GOT.func.f: expected global i32, found global (mut i32)",
        thrown.getMessage());
  }

  @Test
  void gotEntriesAreNoFunctions() {
    test.libraries(constant(shared("lib.so"), "f", 1));

    LinkException thrown =
        test.refuse(shared("main.wasm", "lib.so").importFunction("GOT.func", "f", "() -> i32"));

    assertEquals(Reason.TYPE_MISMATCH, thrown.reason());
    assertEquals(
        "main.wasm: import GOT.func.f: expected function () -> i32, found global (mut i32)",
        thrown.getMessage());
  }
}
