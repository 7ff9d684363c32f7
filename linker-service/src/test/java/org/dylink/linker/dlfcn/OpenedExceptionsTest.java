package org.dylink.linker.dlfcn;

import static org.dylink.format.ValueType.I32;
import static org.dylink.linker.testing.Shapes.getter;
import static org.dylink.linker.testing.Shapes.importAddress;
import static org.dylink.linker.testing.Shapes.shared;
import static org.dylink.testing.Code.code;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.dylink.engine.Engine;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.OpenFlag;
import org.dylink.linker.OpenLibrary;
import org.dylink.linker.Program;
import org.dylink.linker.testing.EachEngine;
import org.dylink.linker.testing.FakeHost;
import org.dylink.linker.testing.TestLink;
import org.dylink.testing.Code;
import org.dylink.testing.Code.Clause;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;

/** Exceptions into, out of and through libraries that are opened in a running program. */
@EachEngine
class OpenedExceptionsTest {
  private static final String BINARY = "(i32, i32) -> i32";
  private static final String PAYLOAD = "(i32) -> ()";
  private static final String EXCEPTION = "__cpp_exception";
  private static final String JUMP = "__c_longjmp";
  private static final int NOT_CAUGHT = -1;

  private final TestLink test;

  OpenedExceptionsTest(Engine engine) {
    test = TestLink.with(engine);
  }

  @Test
  void mainCatchesWhatAnOpenedLibraryThrows() throws LinkException {
    test.libraries(thrower("lib.so"));

    try (Program program = test.link(main())) {
      int thrower = address(program.open("lib.so"), "throw_exception");
      assertEquals(7, program.call("catch_exception", 7, thrower));
    }
  }

  @Test
  void mainTellsAnOpenedLibrarysExceptionsFromItsJumps() throws LinkException {
    test.libraries(thrower("lib.so"));

    try (Program program = test.link(main())) {
      OpenLibrary lib = program.open("lib.so");
      int exception = address(lib, "throw_exception");
      int jump = address(lib, "throw_jump");
      assertEquals(1007, program.call("which", 7, exception));
      assertEquals(2007, program.call("which", 7, jump));
    }
  }

  @Test
  void anOpenedLibraryCatchesWhatMainThrows() throws LinkException {
    test.libraries(catcher("lib.so"));

    try (Program program = test.link(main())) {
      int thrower = (int) program.call("thrower");
      assertEquals(8, program.open("lib.so").call("catch_exception", 8, thrower));
    }
  }

  @Test
  void oneOpenedLibraryCatchesWhatAnotherThrows() throws LinkException {
    test.libraries(thrower("thrower.so"), catcher("catcher.so"));

    try (Program program = test.link(shared("main.wasm"))) {
      int thrower = address(program.open("thrower.so"), "throw_jump");
      OpenLibrary catcher = program.open("catcher.so");
      assertEquals(9, catcher.call("catch_jump", 9, thrower));
    }
  }

  @Test
  void aJumpLeavesAnOpenedLibrarysFunctions() throws LinkException {
    FakeHost host = new FakeHost("test").with("went_on", "() -> ()", (guest, arguments) -> fail());
    ModuleBuilder between =
        shared("between.so")
            .importFunction("test", "went_on", "() -> ()")
            .exportedFunction(
                "call_back",
                "(i32, i32) -> ()",
                code().localGet(0).localGet(1).callIndirect(PAYLOAD).call("test.went_on"));
    test.host(host).libraries(between, thrower("thrower.so"));

    try (Program program = test.link(main())) {
      int jump = address(program.open("thrower.so"), "throw_jump");
      int through = address(program.open("between.so"), "call_back");
      assertEquals(6, program.call("jump_through", 6, jump, through));
    }
  }

  @Test
  void whatNobodyCatchesNamesTheTag() throws LinkException {
    test.libraries(thrower("lib.so"));

    try (Program program = test.link(main())) {
      int jump = address(program.open("lib.so"), "throw_jump");
      var trap = assertThrows(TrapException.class, () -> program.call("catch_exception", 7, jump));
      assertEquals(TrapKind.UNCAUGHT_EXCEPTION, trap.kind());
      assertEquals("tag __c_longjmp caught by nobody", trap.getMessage());
    }
  }

  @Test
  void librariesThatAreOpenedTogetherShareATagOfTheirOwn() throws LinkException {
    test.libraries(owner("owner.so"), user("user.so", "owner.so"));

    try (Program program = test.link(shared("main.wasm"))) {
      OpenLibrary user = program.open("user.so");
      int thrower = user.address("throw_own").orElseThrow();
      assertEquals(4, user.call("catch_jump", 4, thrower));
    }
  }

  @Test
  void aTagOfALibraryThatMainNeedsServesOpenedOnes() throws LinkException {
    test.libraries(owner("owner.so"), user("user.so"));

    try (Program program = test.link(shared("main.wasm", "owner.so"))) {
      int thrower = program.open("owner.so").address("throw_own").orElseThrow();
      assertEquals(4, program.open("user.so").call("catch_jump", 4, thrower));
    }
  }

  @Test
  void aTagOfALibraryThatWasOpenedForAllServesLaterOnes() throws LinkException {
    test.libraries(owner("owner.so"), user("user.so"));

    try (Program program = test.link(shared("main.wasm"))) {
      OpenLibrary owner = program.open("owner.so", OpenFlag.GLOBAL);
      int thrower = owner.address("throw_own").orElseThrow();
      assertEquals(4, program.open("user.so").call("catch_jump", 4, thrower));
    }
  }

  @Test
  void aLibraryThatBringsATagTooLateIsRefused() throws LinkException {
    test.libraries(owner("owner.so"), thrower("lib.so"));

    try (Program program = test.link(main())) {
      var thrown = assertThrows(LinkException.class, () -> program.open("owner.so"));
      assertEquals(Reason.UNSUPPORTED, thrown.reason());
      assertEquals(
          "main.wasm: import env.__c_longjmp: the tag's library owner.so must come before this"
              + " module, and cannot",
          thrown.getMessage());
      assertEquals(
          List.of("main.wasm"),
          program.linkMap().libraries().stream().map(l -> l.library().name()).toList());
      int thrower = address(program.open("lib.so"), "throw_exception");
      assertEquals(7, program.call("catch_exception", 7, thrower));
    }
  }

  @Test
  void aTagMayComeOnceNobodyHasTheLinkersAnyMore() throws LinkException {
    test.libraries(owner("owner.so"), thrower("lib.so"));

    try (Program program = test.link(shared("main.wasm"))) {
      OpenLibrary lib = program.open("lib.so");
      assertThrows(LinkException.class, () -> program.open("owner.so"));
      lib.close();
      assertEquals("owner.so", program.open("owner.so").library().name());
    }
  }

  private static Object fail() {
    throw new AssertionError("a function that the jump has left went on");
  }

  private static int address(OpenLibrary library, String function) {
    return library.address(function).orElseThrow();
  }

  private static ModuleBuilder main() {
    ModuleBuilder main = importAddress(withTags(shared("main.wasm")), "throw_exception");
    return getter(catching(main), "thrower", "GOT.func.throw_exception")
        .exportedFunction("throw_exception", PAYLOAD, throwing(EXCEPTION))
        .exportedFunction("which", BINARY, which())
        .exportedFunction("jump_through", "(i32, i32, i32) -> i32", jumpThrough());
  }

  private static ModuleBuilder thrower(String name) {
    return withTags(shared(name))
        .exportedFunction("throw_exception", PAYLOAD, throwing(EXCEPTION))
        .exportedFunction("throw_jump", PAYLOAD, throwing(JUMP));
  }

  private static ModuleBuilder catcher(String name) {
    return catching(withTags(shared(name)));
  }

  /** Defines a tag that the linker has too. */
  private static ModuleBuilder owner(String name) {
    return shared(name)
        .tag(JUMP, PAYLOAD)
        .exportTag(JUMP, JUMP)
        .exportedFunction("throw_own", PAYLOAD, code().localGet(0).throwTag(JUMP));
  }

  private static ModuleBuilder user(String name, String... needed) {
    return shared(name, needed)
        .importTag("env", JUMP, PAYLOAD)
        .exportedFunction("catch_jump", BINARY, catching(JUMP));
  }

  private static ModuleBuilder withTags(ModuleBuilder module) {
    return module.importTag("env", EXCEPTION, PAYLOAD).importTag("env", JUMP, PAYLOAD);
  }

  private static ModuleBuilder catching(ModuleBuilder module) {
    return module
        .exportedFunction("catch_exception", BINARY, catching(EXCEPTION))
        .exportedFunction("catch_jump", BINARY, catching(JUMP));
  }

  private static Code throwing(String tag) {
    return code().localGet(0).throwTag("env." + tag);
  }

  /** Calls its second parameter, an address, with the first; gives the payload. */
  private static Code catching(String tag) {
    return code()
        .block(I32)
        .tryCatch(null, "env." + tag, 0)
        .localGet(0)
        .localGet(1)
        .callIndirect(PAYLOAD)
        .end()
        .i32Const(NOT_CAUGHT)
        .end();
  }

  /** As {@link #catching(String)}, adds 1000 to an exception's payload and 2000 to a jump's. */
  private static Code which() {
    return code()
        .block(I32)
        .block(I32)
        .tryTable(null, Clause.on("env." + EXCEPTION, 0), Clause.on("env." + JUMP, 1))
        .localGet(0)
        .localGet(1)
        .callIndirect(PAYLOAD)
        .end()
        .i32Const(NOT_CAUGHT)
        .returnAll()
        .end()
        .i32Const(1000)
        .i32Add()
        .returnAll()
        .end()
        .i32Const(2000)
        .i32Add();
  }

  /** Calls its third parameter with the first two, catches a jump. */
  private static Code jumpThrough() {
    return code()
        .block(I32)
        .tryCatch(null, "env." + JUMP, 0)
        .localGet(0)
        .localGet(1)
        .localGet(2)
        .callIndirect("(i32, i32) -> ()")
        .end()
        .i32Const(NOT_CAUGHT)
        .end();
  }
}
