package org.dylink.linker.conformance;

import static org.dylink.linker.testing.Shapes.MEMORY_BASE;
import static org.dylink.linker.testing.Shapes.atBase;
import static org.dylink.linker.testing.Shapes.data;
import static org.dylink.linker.testing.Shapes.importData;
import static org.dylink.linker.testing.Shapes.nonPie;
import static org.dylink.linker.testing.Shapes.ownSpace;
import static org.dylink.linker.testing.Shapes.shared;
import static org.dylink.testing.Code.code;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.dylink.engine.Engine;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.Program;
import org.dylink.linker.testing.EachEngine;
import org.dylink.linker.testing.FakeHost;
import org.dylink.linker.testing.TestLink;
import org.dylink.testing.Code;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;

/** DynamicLinking.md, "Relocations": data relocations first, then constructors, in order. */
@EachEngine
class RelocationsTest {
  private final TestLink test;
  private final List<Integer> events = new ArrayList<>();

  RelocationsTest(Engine engine) {
    test =
        TestLink.with(engine)
            .host(
                new FakeHost("test")
                    .with("note", "(i32) -> ()", (guest, arguments) -> add((int) arguments[0])));
  }

  @Test
  void relocationsSeeTheFinalGot() throws LinkException {
    ModuleBuilder user =
        importData(shared("user.so", dylink().memInfo(4, 2, 0, 0).needed("owner.so")), "x");
    user.exportedFunction(
            "__wasm_apply_data_relocs", "() -> ()", atBase(0).globalGet("GOT.mem.x").i32Store(0))
        .exportedFunction("pointer", "() -> i32", atBase(0).i32Load(0));
    ModuleBuilder owner = data(shared("owner.so", dylink().memInfo(16, 4, 0, 0)), "x", 8);
    owner.exportedFunction(
        "xAddress", "() -> i32", code().globalGet(MEMORY_BASE).i32Const(8).i32Add());
    test.libraries(user, owner);

    try (Program program = test.link(shared("main.wasm", "user.so"))) {
      assertEquals(program.call("xAddress"), program.call("pointer"));
    }
  }

  @Test
  void allRelocationsComeBeforeAnyConstructor() throws LinkException {
    test.libraries(lib("a.so", 1, "b.so"), lib("b.so", 2), lib("c.so", 3));

    test.link(lib("main.wasm", 0, "a.so", "c.so")).close();

    assertEquals(List.of(100, 101, 103, 102), events.subList(0, 4));
  }

  @Test
  void constructorsRunDependenciesFirst() throws LinkException {
    test.libraries(lib("a.so", 1, "c.so"), lib("b.so", 2), lib("c.so", 3, "d.so"), lib("d.so", 4));

    test.link(lib("main.wasm", 0, "a.so", "b.so")).close();

    assertEquals(List.of(204, 203, 201, 202, 200), constructors());
  }

  @Test
  void aCycleRunsEachConstructorOnce() throws LinkException {
    test.libraries(lib("a.so", 1, "b.so"), lib("b.so", 2, "a.so", "b.so"));

    test.link(lib("main.wasm", 0, "a.so")).close();

    assertEquals(List.of(202, 201, 200), constructors());
  }

  @Test
  void aPreloadedLibraryRunsItsConstructorsAfterItsDependencies() throws LinkException {
    test.libraries(lib("pre.so", 1, "dep.so"), lib("dep.so", 2));
    test.option(o -> o.preloads(List.of("pre.so")));

    test.link(lib("main.wasm", 0)).close();

    assertEquals(List.of(200, 202, 201), constructors());
  }

  @Test
  void initializeTakesThePlaceOfCallCtors() throws LinkException {
    ModuleBuilder lib = noting("lib.so").exportedFunction("_initialize", "() -> ()", note(9));
    test.libraries(lib);

    test.link(shared("main.wasm", "lib.so")).close();

    assertEquals(List.of(9), events);
  }

  @Test
  void bothInitializeAndCallCtorsAreAnError() {
    ModuleBuilder lib =
        noting("lib.so")
            .exportedFunction("_initialize", "() -> ()", note(1))
            .exportedFunction("__wasm_call_ctors", "() -> ()", note(2));
    test.libraries(lib);

    LinkException thrown = test.refuse(shared("main.wasm", "lib.so"));

    assertEquals(Reason.MALFORMED, thrown.reason());
    assertEquals(
        "lib.so: exports both _initialize and __wasm_call_ctors: its constructors would run twice",
        thrown.getMessage());
    assertEquals(List.of(), events);
  }

  @Test
  void constructorsOfACommandAreLeftToStart() throws LinkException {
    ModuleBuilder main =
        lib("main.wasm", 0)
            .exportedFunction("_start", "() -> ()", code().call("__wasm_call_ctors"));

    try (Program program = test.link(main)) {
      assertEquals(List.of(100), events);
      assertEquals(0, program.run());
    }
    assertEquals(List.of(100, 200), events);
  }

  @Test
  void aLibraryThatExportsStartIsConstructedAllTheSame() throws LinkException {
    test.libraries(lib("lib.so", 1).exportedFunction("_start", "() -> ()", note(66)));

    test.link(lib("main.wasm", 0, "lib.so")).close();

    assertEquals(List.of(201, 200), constructors());
  }

  @Test
  void aNonPieMainWithoutStartIsConstructedLast() throws LinkException {
    test.libraries(lib("lib.so", 1));
    ModuleBuilder main =
        nonPie("main.wasm", "lib.so").importFunction("test", "note", "(i32) -> ()");
    ownSpace(main).exportedFunction("__wasm_call_ctors", "() -> ()", note(200));

    test.link(main).close();

    assertEquals(List.of(101, 201, 200), events);
  }

  @Test
  void relocationsAsStartFunctionAreRefused() {
    // wasm-ld 14 made __wasm_apply_data_relocs the start function: it runs before the GOT is
    // filled.
    ModuleBuilder lib =
        noting("old.so")
            .function("__wasm_apply_data_relocs", "() -> ()", note(1))
            .start("__wasm_apply_data_relocs")
            .withNames();
    test.libraries(lib);

    LinkException thrown = test.refuse(shared("main.wasm", "old.so"));

    assertEquals(Reason.UNSUPPORTED, thrown.reason());
    assertEquals(
        "old.so: start function is __wasm_apply_data_relocs, which would run before addresses are"
            + " known: link it with wasm-ld 15 or newer",
        thrown.getMessage());
    assertEquals(List.of(), events);
  }

  @Test
  void segmentsAreThereBeforeAnyStartFunctionOfADependent() throws LinkException {
    ModuleBuilder lib = shared("lib.so", dylink().memInfo(16, 2, 0, 0)).data(atBase(0), "abcd");
    data(lib, "text", 0);
    ModuleBuilder main = importData(shared("main.wasm", "lib.so"), "text");
    main.importFunction("test", "note", "(i32) -> ()");
    main.exportedFunction(
        "__wasm_call_ctors",
        "() -> ()",
        code().globalGet("GOT.mem.text").i32Load(0).call("test.note"));
    test.libraries(lib);

    test.link(main).close();

    assertEquals(List.of(0x64636261), events);
  }

  private List<Integer> constructors() {
    return events.stream().filter(e -> e >= 200).toList();
  }

  private Object add(int event) {
    events.add(event);
    return null;
  }

  /** Notes 100 + number for its relocations, 200 + number for its constructors. */
  private static ModuleBuilder lib(String name, int number, String... needed) {
    return noting(name, needed)
        .exportedFunction("__wasm_apply_data_relocs", "() -> ()", note(100 + number))
        .exportedFunction("__wasm_call_ctors", "() -> ()", note(200 + number));
  }

  private static ModuleBuilder noting(String name, String... needed) {
    return shared(name, needed).importFunction("test", "note", "(i32) -> ()");
  }

  private static Code note(int event) {
    return code().i32Const(event).call("test.note");
  }
}
