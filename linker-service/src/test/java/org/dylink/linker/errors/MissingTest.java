package org.dylink.linker.errors;

import static org.dylink.format.ValueType.I32;
import static org.dylink.linker.testing.Shapes.constant;
import static org.dylink.linker.testing.Shapes.data;
import static org.dylink.linker.testing.Shapes.importAddress;
import static org.dylink.linker.testing.Shapes.importData;
import static org.dylink.linker.testing.Shapes.shared;
import static org.dylink.testing.Code.code;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.dylink.engine.Engine;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Problem;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.Program;
import org.dylink.linker.Program.State;
import org.dylink.linker.testing.EachEngine;
import org.dylink.linker.testing.FakeHost;
import org.dylink.linker.testing.TestLink;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;

/** Libraries and symbols that are not there: all of them are told at once. */
@EachEngine
class MissingTest {
  private final TestLink test;

  MissingTest(Engine engine) {
    test = TestLink.with(engine);
  }

  @Test
  void aMissingLibraryIsToldWithWhoNeedsIt() {
    test.libraries(shared("libpng.so", "libz.so"));

    LinkException thrown = test.refuse(shared("app.wasm", "libpng.so"));

    assertEquals(
        "libpng.so: needed library libz.so not found: no test has it"
            + " (app.wasm -> libpng.so -> libz.so)",
        thrown.getMessage());
    assertEquals(
        new Problem(Reason.MISSING_LIBRARY, "libz.so", "", "libpng.so", thrown.getMessage()),
        thrown.problems().get(0));
  }

  @Test
  void allMissingLibrariesAreTold() {
    test.libraries(shared("a.so", "gone.so", "b.so"), shared("b.so", "lost.so"));
    test.option(o -> o.preloads(List.of("pre.so")));

    assertEquals(
        """
        pre.so: library to preload not found: no test has it
        main.wasm: needed library gone.so not found: no test has it (main.wasm -> gone.so)
        a.so: needed library gone.so not found: no test has it (main.wasm -> a.so -> gone.so)
        b.so: needed library lost.so not found: no test has it (main.wasm -> a.so -> b.so -> lost.so)\
        """,
        test.refuse(shared("main.wasm", "a.so", "gone.so")).getMessage());
  }

  @Test
  void allMissingSymbolsAreToldWithBindNow() {
    test.option(o -> o.bindNow(true));
    ModuleBuilder lib = shared("lib.so").importFunction("env", "inLib", "() -> ()");
    test.libraries(lib, constant(shared("other.so"), "there", 1));
    ModuleBuilder main = shared("main.wasm", "lib.so", "other.so");
    main.importFunction("env", "called", "() -> ()").importFunction("env", "there", "() -> i32");
    importAddress(importData(main, "data"), "pointer");

    LinkException thrown = test.refuse(main);

    assertEquals(
        """
        main.wasm: undefined function called: searched main.wasm, lib.so, other.so
        main.wasm: undefined data symbol data: searched main.wasm, lib.so, other.so
        main.wasm: undefined function pointer: searched main.wasm, lib.so, other.so
        lib.so: undefined function inLib: searched main.wasm, lib.so, other.so\
        """,
        thrown.getMessage());
    assertEquals(
        List.of("called", "data", "pointer", "inLib"),
        thrown.problems().stream().map(Problem::symbol).toList());
    assertEquals(Reason.MISSING_SYMBOL, thrown.reason());
    assertEquals("main.wasm", thrown.neededBy());
  }

  @Test
  void dataAndAddressesAreMissingWithoutBindNowToo() {
    ModuleBuilder main = shared("main.wasm").importFunction("env", "called", "() -> ()");
    importAddress(importData(main, "data"), "pointer");

    assertEquals(
        """
        main.wasm: undefined data symbol data: searched main.wasm
        main.wasm: undefined function pointer: searched main.wasm\
        """,
        test.refuse(main).getMessage());
  }

  @Test
  void aHostFunctionIsNoData() {
    test.host(new FakeHost("env").with("f", "() -> ()", (guest, arguments) -> null));

    assertEquals(
        "main.wasm: undefined data symbol f: searched main.wasm",
        test.refuse(importData(shared("main.wasm"), "f")).getMessage());
  }

  @Test
  void dataIsNoFunction() {
    test.option(o -> o.bindNow(true));
    test.libraries(data(shared("lib.so"), "x", 0));

    assertEquals(
        "main.wasm: undefined function x: searched main.wasm, lib.so",
        test.refuse(shared("main.wasm", "lib.so").importFunction("env", "x", "() -> ()"))
            .getMessage());
  }

  @Test
  void aFunctionThatIsNotCalledMayBeMissing() throws LinkException {
    ModuleBuilder main = shared("main.wasm").importFunction("env", "gone", "() -> ()");

    try (Program program = test.link(main.exportedFunction("_start", "() -> ()", code()))) {
      assertEquals(0, program.run());
      assertEquals(State.EXITED, program.state());
    }
    test.assertNothingLeft();
  }

  @Test
  void aMissingFunctionThatIsCalledTraps() throws LinkException {
    ModuleBuilder main =
        shared("main.wasm", "lib.so")
            .importFunction("env", "gone", "(i32, f64) -> i64")
            .exportedFunction(
                "_start", "() -> ()", code().i32Const(1).f64Const(2).call("env.gone").drop());
    test.libraries(shared("lib.so"));

    try (Program program = test.link(main)) {
      TrapException thrown = assertThrows(TrapException.class, program::run);
      assertEquals(TrapKind.UNDEFINED_FUNCTION, thrown.kind());
      assertEquals(
          "main.wasm: undefined function gone: searched main.wasm, lib.so", thrown.getMessage());
      assertEquals(State.FAILED, program.state());
    }
    test.assertNothingLeft();
  }

  @Test
  void eachImporterIsNamedWhereAMissingFunctionIsCalled() throws LinkException {
    ModuleBuilder lib = shared("lib.so").importFunction("env", "gone", "() -> ()");
    test.libraries(lib.exportedFunction("go", "() -> ()", code().call("env.gone")));
    ModuleBuilder main = shared("main.wasm", "lib.so").importFunction("env", "gone", "() -> ()");

    try (Program program = test.link(main)) {
      TrapException thrown = assertThrows(TrapException.class, () -> program.call("go"));
      assertEquals(
          "lib.so: undefined function gone: searched main.wasm, lib.so", thrown.getMessage());
    }
  }

  @Test
  void anUnknownModuleAndAnUnknownWasiFunctionAreTold() {
    ModuleBuilder main =
        shared("main.wasm")
            .importFunction("wasi_snapshot_preview1", "fd_teleport", "(i32) -> i32")
            .importFunction("wasi_snapshot_preview2", "fd_write", "(i32) -> i32")
            .importGlobal("env", "__magic", I32, false);

    LinkException thrown = test.refuse(main);

    assertEquals(
        """
        main.wasm: import wasi_snapshot_preview1.fd_teleport: wasi_snapshot_preview1 has nothing of that name
        main.wasm: import wasi_snapshot_preview2.fd_write: no host library and no module provides wasi_snapshot_preview2
        main.wasm: import env.__magic: no global of that name\
        """,
        thrown.getMessage());
    assertEquals(
        List.of(Reason.MISSING_SYMBOL, Reason.MISSING_LIBRARY, Reason.MISSING_SYMBOL),
        thrown.problems().stream().map(Problem::reason).toList());
  }
}
