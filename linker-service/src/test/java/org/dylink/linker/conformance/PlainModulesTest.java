package org.dylink.linker.conformance;

import static org.dylink.format.ValueType.I32;
import static org.dylink.linker.testing.Shapes.constant;
import static org.dylink.linker.testing.Shapes.nonPie;
import static org.dylink.linker.testing.Shapes.ownSpace;
import static org.dylink.linker.testing.Shapes.shared;
import static org.dylink.testing.Code.code;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.dylink.engine.Engine;
import org.dylink.engine.jvm.JvmEngine;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.Program;
import org.dylink.linker.testing.EachEngine;
import org.dylink.linker.testing.FakeHost;
import org.dylink.linker.testing.TestLibrary;
import org.dylink.linker.testing.TestLink;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;

/** Modules without dylink.0, linked by import module name: {@code --module NAME=FILE}. */
@EachEngine
class PlainModulesTest {
  private final Engine engine;
  private final TestLink test;
  private final List<Integer> events = new ArrayList<>();

  PlainModulesTest(Engine engine) {
    this.engine = engine;
    test = TestLink.with(engine);
    test.host(
        new FakeHost("test")
            .with("note", "(i32) -> ()", (guest, arguments) -> note((int) arguments[0])));
  }

  @Test
  void functionsAreFoundByModuleName() throws LinkException {
    plain("math", constant(module("math.wasm"), "seven", 7));
    ModuleBuilder main = shared("main.wasm").importFunction("math", "seven", "() -> i32");
    main.exportedFunction("call", "() -> i32", code().call("math.seven"));

    try (Program program = test.link(main)) {
      assertEquals(7, program.call("call"));
    }
  }

  @Test
  void librariesOfTheProgramUseThemToo() throws LinkException {
    plain("math", constant(module("math.wasm"), "seven", 7));
    ModuleBuilder lib = shared("lib.so").importFunction("math", "seven", "() -> i32");
    test.libraries(lib.exportedFunction("call", "() -> i32", code().call("math.seven")));

    try (Program program = test.link(ownSpace(nonPie("main.wasm", "lib.so")))) {
      assertEquals(7, program.call("call"));
    }
  }

  @Test
  void eachHasItsOwnMemory() throws LinkException {
    plain(
        "store",
        module("store.wasm")
            .memory(1)
            .exportedFunction("put", "(i32) -> ()", code().i32Const(2048).localGet(0).i32Store(0)));
    ModuleBuilder main = shared("main.wasm").importFunction("store", "put", "(i32) -> ()");
    main.exportedFunction("put", "(i32) -> ()", code().localGet(0).call("store.put"));
    main.exportedFunction("own", "() -> i32", code().i32Const(2048).i32Load(0));

    try (Program program = test.link(main)) {
      program.call("put", 5);
      assertEquals(0, program.call("own"));
    }
  }

  @Test
  void memoryTableAndGlobalsMayBeShared() throws LinkException {
    plain(
        "owner",
        constant(module("owner.wasm").memory(1), "nine", 9)
            .exportMemory("memory")
            .table(1)
            .exportTable("table")
            .elements(code().i32Const(0), "nine")
            .global("counter", I32, true, code().i32Const(1))
            .exportGlobal("counter", "counter"));
    plain(
        "user",
        module("user.wasm")
            .importMemory("owner", "memory", 1)
            .importTable("owner", "table", 1)
            .importGlobal("owner", "counter", I32, true)
            .exportedFunction("put", "() -> ()", code().i32Const(4).i32Const(77).i32Store(0))
            .exportedFunction("viaTable", "() -> i32", code().i32Const(0).callIndirect("() -> i32"))
            .exportedFunction(
                "count",
                "() -> i32",
                code()
                    .globalGet("owner.counter")
                    .i32Const(1)
                    .i32Add()
                    .globalSet("owner.counter")
                    .globalGet("owner.counter")));
    ModuleBuilder main =
        module("main.wasm")
            .importMemory("owner", "memory", 1)
            .importFunction("user", "put", "() -> ()")
            .importFunction("user", "viaTable", "() -> i32")
            .importFunction("user", "count", "() -> i32")
            .exportedFunction("get", "() -> i32", code().call("user.put").i32Const(4).i32Load(0))
            .exportFunction("viaTable", "user.viaTable")
            .exportFunction("count", "user.count");

    try (Program program = test.link(main)) {
      assertEquals(77, program.call("get"));
      assertEquals(9, program.call("viaTable"));
      assertEquals(2, program.call("count"));
      assertEquals(3, program.call("count"));
    }
  }

  @Test
  void oneMemoryUnderTwoNamesIsOneMemory() throws LinkException {
    plain("one", module("one.wasm").memory(1).exportMemory("memory").exportMemory("again"));
    plain(
        "two",
        module("two.wasm")
            .importMemory("one", "again", 1)
            .exportMemory("forwarded")
            .exportedFunction("put", "(i32) -> ()", code().i32Const(8).localGet(0).i32Store(0))
            .exportedFunction("grow", "() -> i32", code().i32Const(1).memoryGrow()));
    plain(
        "three",
        module("three.wasm")
            .importMemory("two", "forwarded", 1)
            .exportedFunction("get", "() -> i32", code().i32Const(8).i32Load(0))
            .exportedFunction("size", "() -> i32", code().memorySize()));
    ModuleBuilder main =
        module("main.wasm")
            .importMemory("one", "memory", 1)
            .importFunction("two", "put", "(i32) -> ()")
            .importFunction("two", "grow", "() -> i32")
            .importFunction("three", "get", "() -> i32")
            .importFunction("three", "size", "() -> i32")
            .exportFunction("put", "two.put")
            .exportFunction("grow", "two.grow")
            .exportFunction("get", "three.get")
            .exportFunction("size", "three.size")
            .exportedFunction("own", "() -> i32", code().i32Const(8).i32Load(0))
            .exportedFunction("ownSize", "() -> i32", code().memorySize());

    try (Program program = test.link(main)) {
      program.call("put", 5);
      assertEquals(List.of(5, 5), List.of(program.call("own"), program.call("get")));
      assertEquals(1, program.call("grow"));
      assertEquals(List.of(2, 2), List.of(program.call("ownSize"), program.call("size")));
    }
  }

  @Test
  void theProgramsMemoryImportedTwiceIsOneMemory() throws LinkException {
    ModuleBuilder lib = shared("lib.so").importMemory("env", "memory", 1);
    lib.exportedFunction("put", "(i32) -> ()", code().i32Const(2048).localGet(0).i32Store(0));
    lib.exportedFunction("size", "() -> i32", code().memorySize());
    test.libraries(lib);
    ModuleBuilder main = shared("main.wasm", "lib.so").importMemory("env", "memory", 1);
    main.exportedFunction("get", "() -> i32", code().i32Const(2048).i32Load(0));
    main.exportedFunction("grow", "() -> i32", code().i32Const(1).memoryGrow());

    try (Program program = test.link(main)) {
      program.call("put", 5);
      assertEquals(5, program.call("get"));
      int before = (int) program.call("grow");
      assertEquals(before + 1, program.call("size"));
      assertEquals(before + 1, program.linkMap().memoryPages());
    }
  }

  @Test
  void anotherMemoryBesideTheProgramsIsAnother() throws LinkException {
    plain(
        "owner",
        module("owner.wasm")
            .memory(1)
            .exportMemory("memory")
            .exportedFunction("get", "() -> i32", code().i32Const(2048).i32Load(0)));
    ModuleBuilder main = shared("main.wasm").importMemory("owner", "memory", 1);
    main.importFunction("owner", "get", "() -> i32");
    main.exportedFunction("put", "(i32) -> ()", code().i32Const(2048).localGet(0).i32Store(0));
    main.exportedFunction("own", "() -> i32", code().i32Const(2048).i32Load(0));
    main.exportFunction("other", "owner.get");

    try (Program program = test.link(main)) {
      program.call("put", 5);
      assertEquals(5, program.call("own"));
      assertEquals(0, program.call("other"));
    }
  }

  @Test
  void importsArePerInstance() throws LinkException {
    ModuleBuilder builder = shared("main.wasm").importFunction("math", "number", "() -> i32");
    builder.importFunction("test", "number", "() -> i32");
    builder.exportedFunction(
        "both", "() -> i32", code().call("math.number").call("test.number").i32Add());
    TestLibrary main = TestLibrary.of(builder);
    TestLink other = TestLink.with(engine);
    bindNumbers(test, 1, 10);
    bindNumbers(other, 2, 20);

    try (Program first = test.link(main);
        Program second = other.link(main)) {
      assertEquals(11, first.call("both"));
      assertEquals(22, second.call("both"));
      assertEquals(11, first.call("both"));
    }
  }

  private static void bindNumbers(TestLink link, int plain, int host) {
    TestLibrary math = TestLibrary.of(constant(module("math.wasm"), "number", plain));
    link.option(request -> request.module("math", math));
    link.host(new FakeHost("test").with("number", "() -> i32", (guest, arguments) -> host));
  }

  @Test
  void theirFunctionsHaveAddressesInTheProgram() throws LinkException {
    plain("math", constant(module("math.wasm"), "seven", 7));
    ModuleBuilder main = nonPie("main.wasm").importFunction("math", "seven", "() -> i32");
    ownSpace(main)
        .elements(code().i32Const(1), "math.seven")
        .exportedFunction("via", "() -> i32", code().i32Const(1).callIndirect("() -> i32"));

    try (Program program = test.link(main)) {
      assertEquals(7, program.call("via"));
    }
  }

  @Test
  void startAndInitializeRunOnceBeforeTheProgram() throws LinkException {
    plain(
        "reactor",
        module("reactor.wasm")
            .importFunction("test", "note", "(i32) -> ()")
            .function("start", "() -> ()", code().i32Const(1).call("test.note"))
            .start("start")
            .exportedFunction("_initialize", "() -> ()", code().i32Const(2).call("test.note"))
            .exportedFunction("get", "() -> i32", code().i32Const(7)));
    ModuleBuilder main = shared("main.wasm").importFunction("reactor", "get", "() -> i32");
    main.importFunction("test", "note", "(i32) -> ()");
    main.exportedFunction("__wasm_call_ctors", "() -> ()", code().i32Const(3).call("test.note"));

    test.link(main).close();

    assertEquals(List.of(1, 2, 3), events);
  }

  @Test
  void oneMayImportFromEarlierOnes() throws LinkException {
    plain("one", constant(module("one.wasm"), "f", 1));
    plain(
        "two",
        module("two.wasm")
            .importFunction("one", "f", "() -> i32")
            .exportedFunction("g", "() -> i32", code().call("one.f").i32Const(1).i32Add()));
    ModuleBuilder main = shared("main.wasm").importFunction("two", "g", "() -> i32");

    try (Program program =
        test.link(main.exportedFunction("h", "() -> i32", code().call("two.g")))) {
      assertEquals(2, program.call("h"));
    }
  }

  @Test
  void oneCannotImportFromLaterOnes() {
    plain("two", module("two.wasm").importFunction("one", "f", "() -> i32"));
    plain("one", constant(module("one.wasm"), "f", 1));

    LinkException thrown = test.refuse(shared("main.wasm"));

    assertEquals(Reason.UNSUPPORTED, thrown.reason());
    assertEquals(
        "two.wasm: import one.f: module one is not there yet: name it first", thrown.getMessage());
  }

  @Test
  void theirImportsAreCheckedLikeAllOthers() {
    plain(
        "bad",
        module("bad.wasm")
            .importFunction("nowhere", "f", "() -> ()")
            .importFunction("test", "g", "() -> ()")
            .importFunction("test", "note", "() -> ()")
            .importMemory("env", "memory", 1));

    LinkException thrown = test.refuse(shared("main.wasm"));

    assertEquals(
        """
        bad.wasm: import nowhere.f: no host library and no module provides nowhere
        bad.wasm: import test.g: test has nothing of that name
        bad.wasm: import test.note: signature mismatch: expected () -> (), test has (i32) -> ()
        bad.wasm: import env.memory: a plain module has no part in the program's memory and table\
        """,
        thrown.getMessage());
  }

  @Test
  void functionsUnderEnvAreThoseOfTheProgram() throws LinkException {
    plain(
        "caller",
        module("caller.wasm")
            .importFunction("env", "callback", "() -> i32")
            .exportedFunction("call", "() -> i32", code().call("env.callback")));
    ModuleBuilder main = shared("main.wasm").importFunction("caller", "call", "() -> i32");
    constant(main, "callback", 5).exportedFunction("go", "() -> i32", code().call("caller.call"));

    try (Program program = test.link(main)) {
      assertEquals(5, program.call("go"));
    }
  }

  @Test
  void whatIsMissingOrOfAnotherKindIsTold() {
    plain("math", constant(module("math.wasm").memory(1).exportMemory("memory"), "f", 1));
    ModuleBuilder main =
        shared("main.wasm")
            .importFunction("math", "g", "() -> i32")
            .importFunction("math", "memory", "() -> i32")
            .importFunction("math", "f", "(i32) -> i32");

    assertEquals(
        """
        main.wasm: import math.g: math has nothing of that name
        main.wasm: import math.memory: expected a function, math has a memory
        main.wasm: import math.f: signature mismatch: expected (i32) -> i32, math has () -> i32\
        """,
        test.refuse(main).getMessage());
  }

  @Test
  void aMemoryThatIsTooSmallIsAMismatch() {
    plain("owner", module("owner.wasm").memory(1).exportMemory("memory"));
    ModuleBuilder main = module("main.wasm").importMemory("owner", "memory", 5);

    LinkException thrown = test.refuse(main);

    assertEquals(Reason.TYPE_MISMATCH, thrown.reason());
    // Endive knows no memory without a maximum.
    String found = engine instanceof JvmEngine ? "{min 1}" : "{min 1, max 65536}";
    assertEquals(
        "main.wasm: import owner.memory: expected memory {min 5}, found memory " + found,
        thrown.getMessage());
  }

  private void plain(String name, ModuleBuilder module) {
    TestLibrary library = TestLibrary.of(module);
    test.option(o -> o.module(name, library));
  }

  private Object note(int event) {
    events.add(event);
    return null;
  }
}
