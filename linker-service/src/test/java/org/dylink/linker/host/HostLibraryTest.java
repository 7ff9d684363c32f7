package org.dylink.linker.host;

import static org.dylink.linker.testing.Shapes.constant;
import static org.dylink.linker.testing.Shapes.data;
import static org.dylink.linker.testing.Shapes.getter;
import static org.dylink.linker.testing.Shapes.importAddress;
import static org.dylink.linker.testing.Shapes.nonPie;
import static org.dylink.linker.testing.Shapes.ownSpace;
import static org.dylink.linker.testing.Shapes.shared;
import static org.dylink.testing.Code.code;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.dylink.engine.Engine;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.engine.host.Errno;
import org.dylink.engine.host.HostLibrary;
import org.dylink.format.ValueType;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkMap;
import org.dylink.linker.LoadedLibrary;
import org.dylink.linker.OpenFlag;
import org.dylink.linker.OpenLibrary;
import org.dylink.linker.Program;
import org.dylink.linker.testing.EachEngine;
import org.dylink.linker.testing.FakeHost;
import org.dylink.linker.testing.TestLibrary;
import org.dylink.linker.testing.TestLink;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;

/** A library of Java functions is a library like any other. */
@EachEngine
class HostLibraryTest {
  private static final String NAME = "libclock.so";

  private final TestLink test;
  private final List<Clock> clocks = new ArrayList<>();
  private final Library clock = Library.of(HostLibrary.perProgram(NAME, Clock.class, g -> add()));

  HostLibraryTest(Engine engine) {
    test = TestLink.with(engine);
    test.libraries().add(clock);
  }

  private Clock add() {
    clocks.add(new Clock());
    return clocks.get(clocks.size() - 1);
  }

  @Test
  void isNeededAndCalled() throws LinkException {
    try (Program program = test.link(caller("tick", "() -> i32"))) {
      assertEquals(1, program.call("call"));
      assertEquals(2, program.call("call"));
    }
  }

  @Test
  void passesAllKindsOfNumbers() throws LinkException {
    ModuleBuilder main = shared("main.wasm", NAME);
    main.importFunction("env", "sum", "(i32, i64, f32, f64) -> f64");
    main.exportedFunction(
        "call",
        "() -> f64",
        code().i32Const(1).i64Const(2).f32Const(0.5f).f64Const(0.25).call("env.sum"));
    try (Program program = test.link(main)) {
      assertEquals(3.75, program.call("call"));
    }
  }

  @Test
  void readsAndWritesTheProgramsMemory() throws LinkException {
    ModuleBuilder main = shared("main.wasm", NAME);
    main.importFunction("env", "store", "(i32, i32) -> ()");
    main.importFunction("env", "load", "(i32) -> i32");
    main.exportedFunction(
        "call",
        "() -> i32",
        code().i32Const(1024).i32Const(42).call("env.store").i32Const(1024).i32Load(0));
    main.exportedFunction(
        "back",
        "() -> i32",
        code().i32Const(1024).i32Const(43).i32Store(0).i32Const(1024).call("env.load"));
    try (Program program = test.link(main)) {
      assertEquals(42, program.call("call"));
      assertEquals(43, program.call("back"));
    }
  }

  @Test
  void eachProgramHasAnObjectOfItsOwnUntilItIsClosed() throws LinkException {
    try (Program first = test.link(caller("tick", "() -> i32"));
        Program second = test.link(caller("tick", "() -> i32"))) {
      assertEquals(1, first.call("call"));
      assertEquals(1, second.call("call"));
      assertEquals(List.of(0, 0), clocks.stream().map(c -> c.closed).toList());
    }
    assertEquals(List.of(1, 1), clocks.stream().map(c -> c.closed).toList());
  }

  @Test
  void aFunctionPointerIsTheSameInAllLibraries() throws LinkException {
    ModuleBuilder main = importAddress(shared("main.wasm", NAME, "lib.so"), "tick");
    getter(main, "mine", "GOT.func.tick");
    main.exportedFunction(
        "call", "() -> i32", code().globalGet("GOT.func.tick").callIndirect("() -> i32"));
    ModuleBuilder lib = importAddress(shared("lib.so", NAME), "tick");
    test.libraries(getter(lib, "theirs", "GOT.func.tick"));
    try (Program program = test.link(main);
        OpenLibrary opened = program.open(NAME)) {
      assertEquals(1, program.call("call"));
      assertEquals(program.call("mine"), program.call("theirs"));
      assertEquals(OptionalInt.of((int) program.call("mine")), opened.address("tick"));
    }
  }

  @Test
  void callsBackThroughFunctionPointersAndSymbols() throws LinkException {
    ModuleBuilder main = importAddress(shared("main.wasm", NAME, "lib.so"), "answer");
    main.importFunction("env", "call_back", "(i32) -> i32");
    main.importFunction("env", "call_symbol", "() -> i32");
    main.importFunction("env", "address_of_answer", "() -> i32");
    main.exportedFunction(
        "pointer", "() -> i32", code().globalGet("GOT.func.answer").call("env.call_back"));
    main.exportedFunction("symbol", "() -> i32", code().call("env.call_symbol"));
    main.exportedFunction("address", "() -> i32", code().call("env.address_of_answer"));
    main.exportedFunction("wild", "(i32) -> i32", code().localGet(0).call("env.call_back"));
    getter(main, "expected", "GOT.func.answer");
    test.libraries(constant(shared("lib.so"), "answer", 42));
    try (Program program = test.link(main)) {
      assertEquals(42, program.call("pointer"));
      assertEquals(42, program.call("symbol"));
      assertEquals(program.call("expected"), program.call("address"));
      assertTrap(
          TrapKind.UNINITIALIZED_ELEMENT, "function pointer 0: the slot is empty", program, 0);
      assertTrap(
          TrapKind.OUT_OF_BOUNDS_TABLE,
          "function pointer 4294967295: the table has 2 slots",
          program,
          -1);
    }
  }

  private static void assertTrap(TrapKind kind, String message, Program program, int pointer) {
    TrapException trap = assertThrows(TrapException.class, () -> program.call("wild", pointer));
    assertEquals(kind, trap.kind());
    assertEquals(message, trap.getMessage());
  }

  @Test
  void whatItThrowsArrivesUnchanged() throws LinkException {
    ModuleBuilder main = shared("main.wasm", NAME).importFunction("env", "fail", "(i32) -> ()");
    main.exportedFunction("inner", "(i32) -> ()", code().localGet(0).call("env.fail"));
    main.exportedFunction("call", "(i32) -> ()", code().localGet(0).call("inner"));
    try (Program program = test.link(main)) {
      for (int i = 0; i < Clock.FAILURES.length; i++) {
        int which = i;
        Throwable thrown = assertThrows(Throwable.class, () -> program.call("call", which));
        assertSame(Clock.FAILURES[i], thrown);
      }
    }
  }

  @Test
  void whatItThrowsEndsTheRun() throws LinkException {
    ModuleBuilder main = shared("main.wasm", NAME).importFunction("env", "fail", "(i32) -> ()");
    main.exportedFunction("_start", "() -> ()", code().i32Const(1).call("env.fail"));
    try (Program program = test.link(main)) {
      assertSame(Clock.FAILURES[1], assertThrows(Throwable.class, program::run));
      assertEquals(Program.State.FAILED, program.state());
      assertEquals(Optional.of("checked"), program.failure());
    }
  }

  @Test
  void anErrorBecomesErrnoWhereDeclared() throws LinkException {
    ModuleBuilder main = shared("main.wasm", NAME, "libc.so");
    main.importFunction("env", "open_file", "(i32) -> i64");
    main.importGlobal("GOT.mem", "errno", ValueType.I32, true);
    main.exportedFunction("open", "(i32) -> i64", code().localGet(0).call("env.open_file"));
    main.exportedFunction("errno_now", "() -> i32", code().globalGet("GOT.mem.errno").i32Load(0));
    test.libraries(data(shared("libc.so", dylink().memInfo(8, 2, 0, 0)), "errno", 4));
    try (Program program = test.link(main)) {
      assertEquals(7L, program.call("open", 0));
      assertEquals(0, program.call("errno_now"));
      assertEquals(-1L, program.call("open", 1));
      assertEquals(Errno.ENOENT, program.call("errno_now"));
      assertEquals(-1L, program.call("open", 2));
      assertEquals(Errno.EIO, program.call("errno_now"));
      IllegalStateException thrown =
          assertThrows(IllegalStateException.class, () -> program.call("open", 3));
      assertEquals("not declared", thrown.getMessage());
    }
  }

  @Test
  void withoutErrnoTheResultTells() throws LinkException {
    ModuleBuilder main = shared("main.wasm", NAME);
    main.importFunction("env", "open_file", "(i32) -> i64");
    main.exportedFunction("open", "(i32) -> i64", code().localGet(0).call("env.open_file"));
    try (Program program = test.link(main)) {
      assertEquals(-1L, program.call("open", 1));
    }
  }

  @Test
  void isOpenedAndClosedLikeAnyLibrary() throws LinkException {
    try (Program program = test.link(constant(shared("main.wasm"), "main", 1))) {
      OpenLibrary first = program.open(NAME);
      assertEquals(1, first.call("tick"));
      int address = first.address("tick").orElseThrow();
      first.close();
      assertEquals(List.of("main.wasm"), loaded(program));
      assertEquals(List.of(1), clocks.stream().map(c -> c.closed).toList());
      OpenLibrary again = program.open(NAME, OpenFlag.GLOBAL);
      assertEquals(1, again.call("tick"));
      assertEquals(OptionalInt.of(address), again.address("tick"));
      assertEquals(2, program.call("tick"));
    }
    assertEquals(List.of(1, 1), clocks.stream().map(c -> c.closed).toList());
  }

  @Test
  void aPointerIntoAClosedOneTraps() throws LinkException {
    ModuleBuilder main = shared("main.wasm");
    main.exportedFunction("call", "(i32) -> i32", code().localGet(0).callIndirect("() -> i32"));
    try (Program program = test.link(main)) {
      OpenLibrary opened = program.open(NAME);
      int address = opened.address("tick").orElseThrow();
      assertEquals(1, program.call("call", address));
      opened.close();
      TrapException trap = assertThrows(TrapException.class, () -> program.call("call", address));
      assertEquals("libclock.so: function tick called after it was unloaded", trap.getMessage());
    }
  }

  @Test
  void openingAndClosingItManyTimesLeavesNothing() throws LinkException {
    ModuleBuilder main = shared("main.wasm");
    main.exportedFunction("call", "(i32) -> i32", code().localGet(0).callIndirect("() -> i32"));
    try (Program program = test.link(main)) {
      openCallClose(program);
      LinkMap once = program.linkMap();
      for (int i = 0; i < 1_000; i++) {
        openCallClose(program);
      }
      assertEquals(once, program.linkMap());
    }
    assertEquals(1_001, clocks.stream().mapToInt(c -> c.closed).sum());
  }

  private static void openCallClose(Program program) throws LinkException {
    try (OpenLibrary opened = program.open(NAME)) {
      assertEquals(1, program.call("call", opened.address("tick").orElseThrow()));
    }
  }

  @Test
  void theFirstInSearchOrderWinsWhateverItIsMadeOf() throws LinkException {
    ModuleBuilder wasmFirst = caller("tick", "() -> i32", "lib.so", NAME);
    ModuleBuilder hostFirst = caller("tick", "() -> i32", NAME, "lib.so");
    test.libraries(constant(shared("lib.so"), "tick", 100));
    try (Program program = test.link(wasmFirst)) {
      assertEquals(100, program.call("call"));
    }
    try (Program program = test.link(hostFirst)) {
      assertEquals(1, program.call("call"));
    }
    test.libraries(
        caller("lib2.so", "tick", "() -> i32"),
        constant(shared("main2.wasm", "lib2.so"), "tick", 5));
    try (Program program = test.link(test.libraries().get("main2.wasm"))) {
      assertEquals(5, program.call("call"));
    }
  }

  @Test
  void oneHostLibraryInterposesAnother() throws LinkException {
    Library other = Library.of(HostLibrary.of("libother.so", Map.of("tick", number(77))));
    test.libraries().add(other);
    try (Program program = test.link(caller("tick", "() -> i32", "libother.so", NAME))) {
      assertEquals(77, program.call("call"));
    }
    try (Program program = test.link(caller("tick", "() -> i32", NAME, "libother.so"))) {
      assertEquals(1, program.call("call"));
    }
  }

  @Test
  void aPreloadComesBeforeAll() throws LinkException {
    test.libraries(constant(shared("lib.so"), "tick", 100));
    test.option(request -> request.preloads(List.of(NAME)));
    try (Program program =
        test.link(callerOf(shared("main.wasm", "lib.so"), "tick", "() -> i32"))) {
      assertEquals(1, program.call("call"));
    }
  }

  @Test
  void hasTheSameStateUnderItsImportModulesName() throws LinkException {
    test.hosts(clock.host().orElseThrow());
    ModuleBuilder main = shared("main.wasm", NAME);
    main.importFunction("env", "tick", "() -> i32").importFunction(NAME, "tick", "() -> i32");
    main.exportedFunction("call", "() -> i32", code().call("env.tick").drop().call(NAME + ".tick"));
    try (Program program = test.link(main)) {
      assertEquals(2, program.call("call"));
      assertEquals(1, clocks.size());
    }
  }

  @Test
  void allPairsWorkInOneProgram() throws LinkException {
    test.host(new FakeHost("plain").with("seven", "() -> i32", (guest, arguments) -> 7));
    test.host(new FakeHost("env").with("everybodys", "() -> i32", (guest, arguments) -> 1000));
    ModuleBuilder math = constant(ModuleBuilder.module("math.wasm"), "thirteen", 13);
    test.option(request -> request.module("math", TestLibrary.of(math)));
    test.libraries(constant(shared("lib.so", NAME), "answer", 42));
    ModuleBuilder main = shared("main.wasm", "lib.so", NAME);
    main.importFunction("env", "answer", "() -> i32")
        .importFunction("env", "call_symbol", "() -> i32")
        .importFunction("env", "everybodys", "() -> i32")
        .importFunction("plain", "seven", "() -> i32")
        .importFunction("math", "thirteen", "() -> i32");
    main.exportedFunction(
        "call",
        "() -> i32",
        code()
            .call("env.answer")
            .call("env.call_symbol")
            .i32Add()
            .call("env.everybodys")
            .i32Add()
            .call("plain.seven")
            .i32Add()
            .call("math.thirteen")
            .i32Add());
    try (Program program = test.link(main)) {
      assertEquals(42 + 42 + 1000 + 7 + 13, program.call("call"));
    }
  }

  @Test
  void servesAMainWithItsOwnMemory() throws LinkException {
    ModuleBuilder main =
        nonPie("main.wasm", NAME)
            .importFunction("env", "store", "(i32, i32) -> ()")
            .importFunction("env", "load", "(i32) -> i32");
    ownSpace(main);
    main.exportedFunction(
        "call",
        "() -> i32",
        code().i32Const(64).i32Const(42).call("env.store").i32Const(64).call("env.load"));
    try (Program program = test.link(main)) {
      assertEquals(42, program.call("call"));
    }
  }

  @Test
  void isSeenInLinkMapBindingsAndTrace() throws LinkException {
    try (Program program = test.link(caller("tick", "() -> i32"))) {
      assertEquals(List.of("main.wasm", NAME), loaded(program));
      LoadedLibrary host = program.linkMap().libraries().get(1);
      assertEquals(0, host.data().size());
      assertEquals("host", host.library().origin());
      assertEquals(
          List.of("tick libclock.so [main.wasm]"),
          program.bindings().stream()
              .map(b -> b.symbol() + " " + b.definer() + " " + b.users())
              .toList());
      assertEquals(
          List.of("libclock.so: loaded: host", "libclock.so: compiled", "libclock.so: bound"),
          IntStream.range(0, test.trace().size())
              .mapToObj(i -> test.trace().get(i))
              .filter(line -> line.startsWith(NAME) && !line.contains("placed"))
              .toList());
      assertEquals(
          List.of(
              "address_of_answer",
              "call_back",
              "call_symbol",
              "fail",
              "load",
              "open_file",
              "store",
              "sum",
              "tick"),
          clock.symbols().stream().map(s -> s.name()).toList());
    }
  }

  private static MethodHandle number(int value) {
    return MethodHandles.constant(int.class, value);
  }

  private static List<String> loaded(Program program) {
    return program.linkMap().libraries().stream().map(l -> l.library().name()).toList();
  }

  private static ModuleBuilder caller(String function, String type) {
    return caller("main.wasm", function, type);
  }

  private static ModuleBuilder caller(String name, String function, String type) {
    return callerOf(shared(name, NAME), function, type);
  }

  private static ModuleBuilder caller(String function, String type, String one, String two) {
    return callerOf(shared("main.wasm", one, two), function, type);
  }

  private static ModuleBuilder callerOf(ModuleBuilder module, String function, String type) {
    return module
        .importFunction("env", function, type)
        .exportedFunction("call", type, code().call("env." + function));
  }
}
