package org.dylink.linker;

import static org.dylink.linker.testing.Bindings.lines;
import static org.dylink.linker.testing.Shapes.constant;
import static org.dylink.linker.testing.Shapes.data;
import static org.dylink.linker.testing.Shapes.getter;
import static org.dylink.linker.testing.Shapes.importAddress;
import static org.dylink.linker.testing.Shapes.importData;
import static org.dylink.linker.testing.Shapes.shared;
import static org.dylink.testing.Code.code;
import static org.dylink.testing.DylinkBuilder.WEAK;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.dylink.engine.Engine;
import org.dylink.linker.testing.Bindings;
import org.dylink.linker.testing.DlProgram;
import org.dylink.linker.testing.EachEngine;
import org.dylink.linker.testing.FakeHost;
import org.dylink.linker.testing.TestLibrary;
import org.dylink.linker.testing.TestLink;
import org.dylink.testing.ModuleBuilder;
import org.dylink.testing.Signature;
import org.junit.jupiter.api.Test;

/** Program.bindings, and the same in a trace. */
@EachEngine
class SymbolBindingTest {
  private static final String SIGNATURE = "() -> i32";

  private final Engine engine;
  private final TestLink test;

  SymbolBindingTest(Engine engine) {
    this.engine = engine;
    this.test = TestLink.with(engine);
  }

  @Test
  void tellsWhoDefinesAndWhoUsesEachSymbol() throws LinkException {
    ModuleBuilder foo =
        data(constant(shared("foo.so", dylink().memInfo(16, 0, 0, 0)), "f", 1), "x", 8);
    ModuleBuilder bar =
        importData(shared("bar.so", "foo.so"), "x").importFunction("env", "f", SIGNATURE);
    test.libraries(foo, bar);
    ModuleBuilder main = importData(shared("main.wasm", "bar.so", "foo.so"), "x", "__heap_base");
    main.importFunction("env", "f", SIGNATURE);
    main.importFunction("wasi_snapshot_preview1", "proc_exit", "(i32) -> ()");
    main.importTag("env", "__cpp_exception", "(i32) -> ()");

    try (Program program = test.link(main)) {
      assertEquals(
          List.of(
              "data x: foo.so, used by main.wasm, bar.so",
              "data __heap_base: linker, used by main.wasm",
              "function f: foo.so, used by main.wasm, bar.so",
              "function proc_exit: host wasi_snapshot_preview1, used by main.wasm",
              "tag __cpp_exception: linker, used by main.wasm"),
          lines(program.bindings()));
    }
  }

  @Test
  void addressesAreThoseThatTheUsersHave() throws LinkException {
    test.libraries(data(constant(shared("foo.so", dylink().memInfo(16, 0, 0, 0)), "f", 1), "x", 8));
    ModuleBuilder main =
        importAddress(importData(shared("main.wasm", "foo.so"), "x", "__heap_base"), "f");
    main.importFunction("env", "f", SIGNATURE);
    getter(main, "address_of_x", "GOT.mem.x");
    getter(main, "address_of_f", "GOT.func.f");
    getter(main, "heap_base", "GOT.mem.__heap_base");

    try (Program program = test.link(main)) {
      List<SymbolBinding> bindings = program.bindings();
      for (String symbol : List.of("x", "f")) {
        assertEquals(
            OptionalInt.of((int) program.call("address_of_" + symbol)),
            Bindings.of(symbol, bindings).address());
      }
      assertEquals(
          OptionalInt.of((int) program.call("heap_base")),
          Bindings.of("__heap_base", bindings).address());
      assertEquals(SIGNATURE, Bindings.of("f", bindings).type().orElseThrow().toString());
    }
  }

  @Test
  void whatIsCalledAndNothingElseHasNoAddress() throws LinkException {
    test.libraries(constant(shared("foo.so"), "f", 1));
    ModuleBuilder main = shared("main.wasm", "foo.so").importFunction("env", "f", SIGNATURE);

    try (Program program = test.link(main)) {
      assertEquals(OptionalInt.empty(), Bindings.of("f", program.bindings()).address());
    }
  }

  @Test
  void whatNobodyDefinesIsNobodys() throws LinkException {
    ModuleBuilder main =
        shared("main.wasm", dylink().memInfo(0, 0, 0, 0).importInfo("env", "x", WEAK));
    importData(main, "x").importFunction("env", "gone", SIGNATURE);

    try (Program program = test.link(main)) {
      assertEquals(
          List.of("data x: -, used by main.wasm", "function gone: -, used by main.wasm"),
          lines(program.bindings()));
      SymbolBinding weak = Bindings.of("x", program.bindings());
      assertEquals(OptionalInt.empty(), weak.address());
      assertEquals(true, weak.flags().isWeak());
      assertFalse(Bindings.of("gone", program.bindings()).flags().isWeak());
    }
  }

  @Test
  void aFunctionOfTheHostInEnvIsTheHosts() throws LinkException {
    test.host(new FakeHost("env").with("h", SIGNATURE, (guest, arguments) -> 7));
    ModuleBuilder main = importAddress(shared("main.wasm"), "h");
    main.importFunction("env", "h", SIGNATURE);
    getter(main, "address_of_h", "GOT.func.h");

    try (Program program = test.link(main)) {
      assertEquals(List.of("function h: host env, used by main.wasm"), lines(program.bindings()));
      assertEquals(
          OptionalInt.of((int) program.call("address_of_h")),
          Bindings.of("h", program.bindings()).address());
    }
  }

  @Test
  void plainModulesDefineAndUse() throws LinkException {
    ModuleBuilder plain = ModuleBuilder.module("math.wasm").importFunction("env", "f", SIGNATURE);
    plain.exportedFunction("g", SIGNATURE, code().call("env.f"));
    test.option(request -> request.module("math", TestLibrary.of(plain)));
    ModuleBuilder main = shared("main.wasm").importFunction("math", "g", SIGNATURE);

    try (Program program = test.link(constant(main, "f", 3))) {
      assertEquals(
          List.of(
              "function g: module math, used by main.wasm",
              "function f: main.wasm, used by math.wasm"),
          lines(program.bindings()));
    }
  }

  @Test
  void oneNameMayMeanTwoThings() throws LinkException {
    test.libraries(
        shared("a.so", "one.so").importFunction("env", "f", SIGNATURE),
        shared("b.so", "two.so").importFunction("env", "f", SIGNATURE),
        constant(shared("one.so"), "f", 1),
        constant(shared("two.so"), "f", 2));

    try (Program program = test.link(shared("main.wasm"))) {
      program.open("a.so");
      program.open("b.so");
      assertEquals(
          List.of("function f: one.so, used by a.so", "function f: two.so, used by b.so"),
          lines(program.bindings()));
    }
  }

  @Test
  void followsDlopenAndDlclose() throws LinkException {
    ModuleBuilder plug = shared("plug.so").importFunction("env", "late", SIGNATURE);
    test.libraries(
        plug, constant(shared("late.so"), "late", 1), constant(shared("other.so"), "late", 2));

    try (Program program = test.link(shared("main.wasm"))) {
      assertEquals(List.of(), program.bindings());
      OpenLibrary opened = program.open("plug.so", OpenFlag.LAZY);
      assertEquals(List.of("function late: -, used by plug.so"), lines(program.bindings()));
      OpenLibrary late = program.open("late.so", OpenFlag.GLOBAL);
      program.open("other.so", OpenFlag.GLOBAL);
      assertEquals(List.of("function late: late.so, used by plug.so"), lines(program.bindings()));
      late.close();
      assertEquals(List.of("function late: other.so, used by plug.so"), lines(program.bindings()));
      opened.close();
      assertEquals(List.of(), program.bindings());
    }
  }

  @Test
  void whatIsBoundStaysSoWhenAnotherBecomesGlobal() throws LinkException {
    ModuleBuilder plug = shared("plug.so", "own.so").importFunction("env", "f", SIGNATURE);
    test.libraries(plug, constant(shared("own.so"), "f", 1), constant(shared("later.so"), "f", 2));

    try (Program program = test.link(shared("main.wasm"))) {
      program.open("plug.so");
      program.open("later.so", OpenFlag.GLOBAL);
      assertEquals(List.of("function f: own.so, used by plug.so"), lines(program.bindings()));
    }
  }

  @Test
  void libdlIsALibraryAndItsFunctionsAreTheLinkers() throws LinkException {
    try (DlProgram program = DlProgram.start(engine)) {
      List<SymbolBinding> bindings = program.program().bindings();
      assertEquals("libdl.so", Bindings.of("dlopen", bindings).definer().toString());
      assertEquals(Definer.LINKER, Bindings.of("open", bindings).definer());
    }
  }

  @Test
  void theTraceTellsThemAsTheyAreBound() throws LinkException {
    test.libraries(constant(shared("foo.so"), "f", 1));
    ModuleBuilder main = shared("main.wasm", "foo.so").importFunction("env", "f", SIGNATURE);
    main.importFunction("env", "gone", SIGNATURE);

    test.link(main).close();

    List<String> trace = test.trace();
    int first = trace.indexOf("main.wasm: binding to foo.so: function f");
    assertEquals(
        List.of(
            "main.wasm: binding to foo.so: function f",
            "main.wasm: not bound: function gone",
            "main.wasm: bound",
            "foo.so: bound"),
        trace.subList(first, first + 4));
  }

  @Test
  void anotherThreadMayAskWhileTheProgramRuns() throws LinkException {
    List<Program> linked = new ArrayList<>();
    List<String> seen = new ArrayList<>();
    FakeHost.Call ask =
        (guest, arguments) -> {
          seen.addAll(CompletableFuture.supplyAsync(() -> lines(linked.get(0).bindings())).join());
          return null;
        };
    test.host(new FakeHost("test").with("ask", "() -> ()", ask));
    ModuleBuilder main = shared("main.wasm").importFunction("test", "ask", "() -> ()");
    main.exportedFunction("run", "() -> ()", code().call("test.ask"));

    try (Program program = test.link(main)) {
      linked.add(program);
      program.call("run");
      assertEquals(List.of("function ask: host test, used by main.wasm"), seen);
    }
  }

  @Test
  void theTypeOfAnUndefinedFunctionIsTheImports() throws LinkException {
    ModuleBuilder main = shared("main.wasm").importFunction("env", "gone", "(i32) -> i64");

    try (Program program = test.link(main)) {
      assertEquals(
          Signature.of("(i32) -> i64"),
          Bindings.of("gone", program.bindings()).type().orElseThrow());
    }
  }
}
