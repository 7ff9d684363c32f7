package org.dylink.linker.conformance;

import static org.dylink.format.ValueType.I32;
import static org.dylink.linker.testing.Shapes.MEMORY_BASE;
import static org.dylink.linker.testing.Shapes.constant;
import static org.dylink.linker.testing.Shapes.data;
import static org.dylink.linker.testing.Shapes.getter;
import static org.dylink.linker.testing.Shapes.importAddress;
import static org.dylink.linker.testing.Shapes.importData;
import static org.dylink.linker.testing.Shapes.nonPie;
import static org.dylink.linker.testing.Shapes.ownSpace;
import static org.dylink.linker.testing.Shapes.shared;
import static org.dylink.testing.Code.code;
import static org.dylink.testing.DylinkBuilder.ABSOLUTE;
import static org.dylink.testing.DylinkBuilder.HIDDEN;
import static org.dylink.testing.DylinkBuilder.TLS;
import static org.dylink.testing.DylinkBuilder.WEAK;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.dylink.engine.Engine;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.Program;
import org.dylink.linker.testing.EachEngine;
import org.dylink.linker.testing.TestLibrary;
import org.dylink.linker.testing.TestLink;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;

/** DynamicLinking.md, "Exports": who defines a symbol, and which address it has. */
@EachEngine
class ExportsTest {
  private final TestLink test;

  ExportsTest(Engine engine) {
    test = TestLink.with(engine);
  }

  @Test
  void dataIsRelocatedByItsLibrarysMemoryBase() throws LinkException {
    ModuleBuilder lib = shared("lib.so", dylink().memInfo(32, 4, 0, 0));
    getter(data(lib, "x", 20), "base", MEMORY_BASE);
    test.libraries(shared("first.so", dylink().memInfo(100, 0, 0, 0)), lib);

    try (Program program = test.link(userOf("x", "first.so", "lib.so"))) {
      assertEquals((int) program.call("base") + 20, program.call("address"));
    }
  }

  @Test
  void dataOfANonPieMainIsAbsolute() throws LinkException {
    test.libraries(
        getter(
            importData(shared("lib.so", dylink().memInfo(8, 0, 0, 0)), "x"),
            "address",
            "GOT.mem.x"));
    ModuleBuilder main = data(ownSpace(nonPie("main.wasm", "lib.so")), "x", 4096);

    try (Program program = test.link(main)) {
      assertEquals(4096, program.call("address"));
    }
  }

  @Test
  void absoluteSymbolsAreNotRelocated() throws LinkException {
    test.libraries(
        data(shared("lib.so", dylink().memInfo(8, 0, 0, 0).exportInfo("x", ABSOLUTE)), "x", 77));

    try (Program program = test.link(userOf("x", "lib.so"))) {
      assertEquals(77, program.call("address"));
    }
  }

  @Test
  void threadLocalSymbolsCountFromTlsBase() throws LinkException {
    ModuleBuilder lib = shared("lib.so", dylink().memInfo(32, 4, 0, 0).exportInfo("x", TLS));
    lib.global("__tls_base", I32, true, code().i32Const(5000))
        .exportGlobal("__tls_base", "__tls_base");
    test.libraries(data(lib, "x", 8));

    try (Program program = test.link(userOf("x", "lib.so"))) {
      assertEquals(5008, program.call("address"));
    }
  }

  @Test
  void aThreadLocalSymbolWithoutTlsBaseIsRefused() {
    test.libraries(
        data(shared("lib.so", dylink().memInfo(32, 4, 0, 0).exportInfo("x", TLS)), "x", 8));

    LinkException thrown = test.refuse(userOf("x", "lib.so"));

    assertEquals(Reason.UNSUPPORTED, thrown.reason());
    assertEquals(
        "main.wasm: import GOT.mem.x: thread-local in lib.so, which does not export __tls_base",
        thrown.getMessage());
  }

  @Test
  void tlsSizeAndAlignmentAreNumbersNotAddresses() throws LinkException {
    test.libraries(
        data(
            data(shared("lib.so", dylink().memInfo(32, 4, 0, 0)), "__tls_size", 24),
            "__tls_align",
            8));

    try (Program program = test.link(userOf("__tls_size", "lib.so"))) {
      assertEquals(24, program.call("address"));
    }
    try (Program program = test.link(userOf("__tls_align", "lib.so"))) {
      assertEquals(8, program.call("address"));
    }
  }

  @Test
  void aMutableGlobalIsNoSymbol() {
    ModuleBuilder lib = shared("lib.so");
    lib.global("x", I32, true, code().i32Const(1)).exportGlobal("x", "x");
    test.libraries(lib);

    LinkException thrown = test.refuse(userOf("x", "lib.so"));

    assertEquals(
        "main.wasm: undefined data symbol x: searched main.wasm, lib.so", thrown.getMessage());
  }

  @Test
  void theFirstDefinitionInLoadOrderWinsAndMainIsFirst() throws LinkException {
    test.libraries(
        user("user.so", "f", "g", "h"),
        constant(constant(shared("a.so", "c.so"), "f", 1), "g", 1),
        constant(constant(shared("b.so"), "g", 2), "h", 2),
        constant(shared("c.so"), "h", 3));
    ModuleBuilder main = constant(shared("main.wasm", "user.so", "a.so", "b.so"), "f", 0);

    try (Program program = test.link(main)) {
      assertEquals(0, program.call("call_f"));
      assertEquals(1, program.call("call_g"));
      assertEquals(2, program.call("call_h"));
    }
  }

  @Test
  void preloadedLibrariesComeRightAfterMain() throws LinkException {
    test.option(o -> o.preloads(List.of("pre.so")));
    test.libraries(
        user("user.so", "f", "g"),
        constant(constant(shared("pre.so"), "f", 9), "g", 9),
        constant(shared("lib.so"), "f", 1));
    ModuleBuilder main = constant(shared("main.wasm", "user.so", "lib.so"), "g", 0);

    try (Program program = test.link(main)) {
      assertEquals(9, program.call("call_f"));
      assertEquals(0, program.call("call_g"));
    }
  }

  @Test
  void anEarlierWeakDefinitionBeatsALaterStrongOne() throws LinkException {
    ModuleBuilder weak = constant(shared("weak.so", dylink().exportInfo("f", WEAK)), "f", 1);
    test.libraries(user("user.so", "f"), weak, constant(shared("strong.so"), "f", 2));

    try (Program program = test.link(shared("main.wasm", "user.so", "weak.so", "strong.so"))) {
      assertEquals(1, program.call("call_f"));
    }
  }

  @Test
  void dataIsInterposedToo() throws LinkException {
    ModuleBuilder lib = importData(shared("lib.so", dylink().memInfo(8, 2, 0, 0)), "x");
    test.libraries(getter(data(lib, "x", 4), "seen", "GOT.mem.x"));
    ModuleBuilder main = shared("main.wasm", dylink().memInfo(8, 2, 0, 0).needed("lib.so"));
    getter(data(main, "x", 0), "own", MEMORY_BASE);

    try (Program program = test.link(main)) {
      assertEquals(program.call("own"), program.call("seen"));
    }
  }

  @Test
  void functionsAndDataOfOneNameAreDifferentSymbols() throws LinkException {
    test.libraries(
        data(shared("data.so", dylink().memInfo(8, 2, 0, 0).exportInfo("x", ABSOLUTE)), "x", 4),
        constant(shared("code.so"), "x", 7));
    ModuleBuilder main = importData(shared("main.wasm", "data.so", "code.so"), "x");
    main.importFunction("env", "x", "() -> i32")
        .exportedFunction("callX", "() -> i32", code().call("env.x"));
    getter(main, "address", "GOT.mem.x");

    try (Program program = test.link(main)) {
      assertEquals(7, program.call("callX"));
      assertEquals(4, program.call("address"));
    }
  }

  @Test
  void hiddenSymbolsAreNotSeenByOthers() throws LinkException {
    ModuleBuilder hiding = constant(shared("hiding.so", dylink().exportInfo("f", HIDDEN)), "f", 1);
    test.libraries(user("user.so", "f"), hiding, constant(shared("lib.so"), "f", 2));

    try (Program program = test.link(shared("main.wasm", "user.so", "hiding.so", "lib.so"))) {
      assertEquals(2, program.call("call_f"));
      assertEquals(2, program.call("f"));
    }
  }

  @Test
  void aLibrarySeesItsOwnHiddenFunctionAndNobodyElseDoes() throws LinkException {
    ModuleBuilder hiding = shared("hiding.so", dylink().exportInfo("f", HIDDEN));
    importAddress(hiding.importFunction("env", "f", "() -> i32"), "f");
    constant(hiding, "f", 1)
        .exportedFunction("own", "() -> i32", code().call("env.f"))
        .exportedFunction(
            "ownVia", "() -> i32", code().globalGet("GOT.func.f").callIndirect("() -> i32"));
    ModuleBuilder other = shared("user.so").importFunction("env", "f", "() -> i32");
    importAddress(other, "f");
    other
        .exportedFunction("others", "() -> i32", code().call("env.f"))
        .exportedFunction(
            "othersVia", "() -> i32", code().globalGet("GOT.func.f").callIndirect("() -> i32"));
    test.libraries(hiding, other, constant(shared("lib.so"), "f", 2));

    for (String[] order : new String[][] {{"hiding.so", "user.so"}, {"user.so", "hiding.so"}}) {
      try (Program program = test.link(shared("main.wasm", order[0], order[1], "lib.so"))) {
        assertEquals(1, program.call("own"));
        assertEquals(2, program.call("others"));
        assertEquals(1, program.call("ownVia"));
        assertEquals(2, program.call("othersVia"));
      }
    }
  }

  @Test
  void aLibrarySeesItsOwnHiddenDataAndNobodyElseDoes() throws LinkException {
    ModuleBuilder hiding =
        importData(shared("hiding.so", dylink().exportInfo("x", HIDDEN | ABSOLUTE)), "x");
    getter(data(hiding, "x", 111), "own", "GOT.mem.x");
    test.libraries(
        hiding,
        getter(importData(shared("user.so"), "x"), "others", "GOT.mem.x"),
        data(shared("lib.so", dylink().exportInfo("x", ABSOLUTE)), "x", 222));

    try (Program program = test.link(shared("main.wasm", "hiding.so", "user.so", "lib.so"))) {
      assertEquals(111, program.call("own"));
      assertEquals(222, program.call("others"));
    }
  }

  @Test
  void theProgramItselfSeesNoHiddenSymbols() throws LinkException {
    test.libraries(constant(shared("hiding.so", dylink().exportInfo("f", HIDDEN)), "f", 1));

    try (Program program = test.link(shared("main.wasm", "hiding.so"))) {
      var thrown = assertThrows(IllegalArgumentException.class, () -> program.call("f"));
      assertEquals("main.wasm: undefined function f", thrown.getMessage());
    }
  }

  @Test
  void severalVersionsOfALibraryAreDifferentLibraries() throws LinkException {
    // Two providers of one name, as two bundles: each requirer gets its own.
    ModuleBuilder one =
        getter(shared("dep.so", dylink().memInfo(4, 2, 0, 0)), "baseOne", MEMORY_BASE);
    ModuleBuilder two =
        getter(shared("dep.so", dylink().memInfo(4, 2, 0, 0)), "baseTwo", MEMORY_BASE);
    test.libraries().add(one);
    test.libraries().alias("dep2.so", TestLibrary.of(two));

    try (Program program = test.link(shared("main.wasm", "dep.so", "dep2.so"))) {
      assertNotEquals(program.call("baseOne"), program.call("baseTwo"));
    }
  }

  private static ModuleBuilder userOf(String symbol, String... needed) {
    return getter(importData(shared("main.wasm", needed), symbol), "address", "GOT.mem." + symbol);
  }

  /** Has {@code call_F} for each function F, which calls what F is bound to. */
  private static ModuleBuilder user(String name, String... functions) {
    ModuleBuilder module = shared(name);
    for (String function : functions) {
      module.importFunction("env", function, "() -> i32");
    }
    for (String function : functions) {
      module.exportedFunction("call_" + function, "() -> i32", code().call("env." + function));
    }
    return module;
  }
}
