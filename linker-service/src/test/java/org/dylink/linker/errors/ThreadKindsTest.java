package org.dylink.linker.errors;

import static org.dylink.linker.testing.Shapes.constant;
import static org.dylink.linker.testing.Shapes.nonPie;
import static org.dylink.linker.testing.Shapes.ownSpace;
import static org.dylink.linker.testing.Shapes.shared;
import static org.dylink.linker.testing.Shapes.threaded;
import static org.dylink.testing.DylinkBuilder.TLS;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.dylink.engine.Engine;
import org.dylink.engine.host.HostLibrary;
import org.dylink.engine.host.HostSymbol;
import org.dylink.format.Feature;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.Program;
import org.dylink.linker.testing.EachEngine;
import org.dylink.linker.testing.TestLibrary;
import org.dylink.linker.testing.TestLink;
import org.dylink.testing.Bytes;
import org.dylink.testing.Code;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is built for threads and what is not, in one program; and what only threads need. */
@EachEngine
class ThreadKindsTest {
  /** A Java function that C calls. */
  static final class Seven {
    @HostSymbol
    static int seven() {
      return 7;
    }
  }

  private final Engine engine;
  private final TestLink test;

  ThreadKindsTest(Engine engine) {
    this.engine = engine;
    this.test = TestLink.with(engine);
  }

  @BeforeEach
  void assumeSharedMemory() {
    boolean hasShared = engine.features().contains(Feature.SHARED_MEMORY);
    assumeTrue(hasShared, () -> engine.name() + " has no shared memory");
  }

  @Test
  void aLibraryWithoutThreadsInAProgramWithThem() {
    test.libraries(shared("old.so"));

    assertUnsupported(
        threaded("main.wasm", "old.so"),
        "old.so: is built without threads (-pthread), while main.wasm is built for threads"
            + " (-pthread): a program has one memory (main.wasm -> old.so)");
  }

  @Test
  void aLibraryWithThreadsInAProgramWithoutThem() {
    test.libraries(shared("mid.so", "new.so"), threaded("new.so"));

    assertUnsupported(
        shared("main.wasm", "mid.so"),
        "new.so: is built for threads (-pthread), while main.wasm is built without threads"
            + " (-pthread): a program has one memory (main.wasm -> mid.so -> new.so)");
  }

  @Test
  void aLibraryWithThreadsBesideAMainThatHasItsOwnMemory() {
    test.libraries(threaded("new.so"));

    assertUnsupported(
        ownSpace(nonPie("main.wasm", "new.so")),
        "new.so: is built for threads (-pthread), while main.wasm is built without threads"
            + " (-pthread): a program has one memory (main.wasm -> new.so)");
  }

  @Test
  void allThatDoNotFitAreToldAtOnce() {
    test.libraries(shared("a.so"), threaded("b.so"), shared("c.so"));

    LinkException thrown = test.refuse(threaded("main.wasm", "a.so", "b.so", "c.so"));
    assertEquals(
        List.of("a.so", "c.so"),
        thrown.problems().stream().map(LinkException.Problem::library).toList());
  }

  @Test
  void aLibraryWithoutAMemoryFitsBoth() throws LinkException {
    ModuleBuilder neutral = module("neutral.so").dylink(dylink());
    test.libraries(constant(neutral, "seven", 7));

    try (Program with = test.link(threaded("main.wasm", "neutral.so"));
        Program without = test.link(shared("main.wasm", "neutral.so"))) {
      assertEquals(7, with.call("seven"));
      assertEquals(7, without.call("seven"));
    }
  }

  @Test
  void aLibraryOfTheOtherKindThatIsOpened() throws LinkException {
    test.libraries(shared("old.so"), threaded("new.so"));

    try (Program with = test.link(threaded("main.wasm"));
        Program without = test.link(shared("main.wasm"))) {
      assertEquals(
          "old.so: is built without threads (-pthread), while main.wasm is built for threads"
              + " (-pthread): a program has one memory (old.so)",
          assertThrows(LinkException.class, () -> with.open("old.so")).getMessage());
      assertEquals(
          "new.so: is built for threads (-pthread), while main.wasm is built without threads"
              + " (-pthread): a program has one memory (new.so)",
          assertThrows(LinkException.class, () -> without.open("new.so")).getMessage());
      assertEquals(List.of("main.wasm"), libraries(with));
      assertEquals(List.of("main.wasm"), libraries(without));
    }
  }

  @Test
  void theMemoryHasTheSmallestMaximumOfAll() throws LinkException {
    test.libraries(threaded("small.so", dylink(), 1, 40), threaded("large.so", dylink(), 20, 90));

    try (Program program = test.link(threaded("main.wasm", "large.so", "small.so"))) {
      assertEquals(40, program.linkMap().maximumPages());
    }
  }

  @Test
  void aMaximumBelowWhatAnotherLibraryNeeds() {
    test.libraries(threaded("small.so", dylink(), 1, 40), threaded("large.so", dylink(), 50, 90));

    LinkException thrown = test.refuse(threaded("main.wasm", "large.so", "small.so"));
    assertEquals(
        "large.so: memory does not fit: needs 50 pages, memory limit 40 pages (2621440 bytes), the"
            + " maximum of small.so",
        thrown.getMessage());
    assertEquals(Reason.NO_SPACE, thrown.reason());
  }

  @Test
  void anOpenedLibraryWithAMaximumBelowThePrograms() throws LinkException {
    test.libraries(threaded("small.so", dylink(), 1, 40), threaded("large.so", dylink(), 1, 100));

    try (Program program = test.link(threaded("main.wasm"))) {
      LinkException thrown = assertThrows(LinkException.class, () -> program.open("small.so"));
      assertEquals(
          "small.so: memory maximum of 40 pages, the memory of main.wasm has 100 pages: link it"
              + " with -Wl,--max-memory=6553600",
          thrown.getMessage());
      assertEquals(Reason.NO_SPACE, thrown.reason());
      assertEquals(List.of("main.wasm"), libraries(program));
      program.open("large.so").close();
    }
  }

  @Test
  void anExportedThreadLocalSymbolThatNoOtherThreadCouldGet() {
    ModuleBuilder library = threaded("tls.so", dylink().exportInfo("counter", TLS), 1, 100);
    test.libraries(library);

    assertUnsupported(
        threaded("main.wasm", "tls.so"),
        "tls.so: has thread-local data (symbol counter), but does not export __wasm_init_tls,"
            + " __tls_base, __tls_size, __tls_align: link it with"
            + " -Wl,--export-if-defined=__wasm_init_tls,--export-if-defined=__tls_base"
            + ",--export-if-defined=__tls_size,--export-if-defined=__tls_align");
  }

  @Test
  void privateThreadLocalDataThatNoOtherThreadCouldGet() {
    Bytes names = new Bytes().u32(1).u32(0).name(".tdata");
    ModuleBuilder main =
        threaded("main.wasm")
            .exportedFunction("__wasm_init_tls", "(i32) -> ()", Code.code())
            .sectionAtEnd(0, new Bytes().name("name").section(9, names));

    assertUnsupported(
        main,
        "main.wasm: has thread-local data (segment .tdata), but does not export __tls_base,"
            + " __tls_size, __tls_align: link it with -Wl,--export-if-defined=__tls_base"
            + ",--export-if-defined=__tls_size,--export-if-defined=__tls_align");
  }

  @Test
  void aStaticProgramSeesToItsThreadLocalDataItself() throws LinkException {
    Bytes names = new Bytes().u32(1).u32(0).name(".tdata");
    ModuleBuilder main =
        module("main.wasm")
            .importSharedMemory("env", "memory", 1, 100)
            .exportedFunction("seven", "() -> i32", Code.code().i32Const(7))
            .sectionAtEnd(0, new Bytes().name("name").section(9, names));

    try (Program program = test.link(main)) {
      assertEquals(7, program.call("seven"));
    }
  }

  @Test
  void aPlainModuleWithAMemoryThatIsNotShared() {
    plain("store", module("store.wasm").memory(1));

    assertUnsupported(
        threaded("main.wasm"),
        "store.wasm: its memory is not shared, while main.wasm is built for threads (-pthread): all"
            + " threads would use it at once");
  }

  @Test
  void aPlainModuleThatImportsAMemoryThatIsNotShared() {
    plain("owner", module("owner.wasm").memory(1).exportMemory("memory"));
    plain("user", module("user.wasm").importMemory("owner", "memory", 1));

    assertUnsupported(
        threaded("main.wasm"),
        """
        owner.wasm: its memory is not shared, while main.wasm is built for threads (-pthread): all threads would use it at once
        user.wasm: import owner.memory: is not shared, while main.wasm is built for threads (-pthread): all threads would use it at once\
        """);
  }

  @Test
  void aLibraryWithAMemoryOfItsOwnThatIsNotShared() {
    test.libraries(module("alone.so").dylink(dylink()).memory(1));

    assertUnsupported(
        threaded("main.wasm", "alone.so"),
        "alone.so: its memory is not shared, while main.wasm is built for threads (-pthread): all"
            + " threads would use it at once");
  }

  @Test
  void plainModulesWithoutAMemoryOrWithASharedOneFit() throws LinkException {
    plain("math", constant(module("math.wasm"), "seven", 7));
    plain("owner", module("owner.wasm").sharedMemory(1, 2).exportMemory("memory"));
    ModuleBuilder user = module("user.wasm").importSharedMemory("owner", "memory", 1, 2);
    user.exportedFunction("put", "(i32) -> ()", Code.code().i32Const(8).localGet(0).i32Store(0));
    plain("user", user.exportedFunction("get", "() -> i32", Code.code().i32Const(8).i32Load(0)));
    ModuleBuilder main =
        threaded("main.wasm")
            .importFunction("math", "seven", "() -> i32")
            .importFunction("user", "put", "(i32) -> ()")
            .importFunction("user", "get", "() -> i32")
            .exportedFunction(
                "call",
                "() -> i32",
                Code.code().call("math.seven").call("user.put").call("user.get"));

    try (Program program = test.link(main)) {
      assertEquals(7, program.call("call"));
    }
  }

  @Test
  void aPlainModuleWithAMemoryOfItsOwnFitsAProgramWithoutThreads() throws LinkException {
    plain("store", constant(module("store.wasm").memory(1), "seven", 7));
    ModuleBuilder main = shared("main.wasm").importFunction("store", "seven", "() -> i32");
    main.exportFunction("seven", "store.seven");

    try (Program program = test.link(main)) {
      assertEquals(7, program.call("seven"));
    }
  }

  @Test
  void aLibraryOfJavaFunctionsFitsBoth() throws LinkException {
    test.libraries()
        .add(Library.of(HostLibrary.perProgram("libj.so", Seven.class, g -> new Seven())));

    for (ModuleBuilder main :
        List.of(threaded("main.wasm", "libj.so"), shared("main.wasm", "libj.so"))) {
      main.importFunction("env", "seven", "() -> i32");
      main.exportedFunction("call", "() -> i32", Code.code().call("env.seven"));
      try (Program program = test.link(main)) {
        assertEquals(7, program.call("call"));
      }
    }
  }

  private void plain(String name, ModuleBuilder module) {
    TestLibrary library = TestLibrary.of(module);
    test.option(request -> request.module(name, library));
  }

  private static List<String> libraries(Program program) {
    return program.linkMap().libraries().stream().map(l -> l.library().name()).toList();
  }

  private void assertUnsupported(ModuleBuilder main, String message) {
    LinkException thrown = test.refuse(main);
    assertEquals(message, thrown.getMessage());
    assertEquals(Reason.UNSUPPORTED, thrown.reason());
  }
}
