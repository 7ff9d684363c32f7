package org.dylink.linker.conformance;

import static org.dylink.format.ValueType.I32;
import static org.dylink.linker.testing.Shapes.nonPie;
import static org.dylink.linker.testing.Shapes.ownSpace;
import static org.dylink.linker.testing.Shapes.shared;
import static org.dylink.testing.Code.code;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.dylink.engine.Engine;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.OpenFlag;
import org.dylink.linker.OpenLibrary;
import org.dylink.linker.Program;
import org.dylink.linker.testing.EachEngine;
import org.dylink.linker.testing.TestLink;
import org.dylink.testing.Code;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;

/** Exception tags are symbols: a library's own wins, the linker's is the fallback. */
@EachEngine
class TagTest {
  private static final String PAYLOAD = "(i32) -> ()";

  private final TestLink test;

  TagTest(Engine engine) {
    test = TestLink.with(engine);
  }

  @Test
  void theLinkersOwnTagCatchesAcrossLibraries() throws LinkException {
    test.libraries(thrower("lib.so", "__cpp_exception"));

    try (Program program = test.link(catcher("main.wasm", "__cpp_exception", "lib.so"))) {
      assertEquals(42, program.call("catch", 42));
    }
  }

  @Test
  void theLinkersTwoTagsDiffer() throws LinkException {
    test.libraries(thrower("lib.so", "__c_longjmp"));
    ModuleBuilder main = shared("main.wasm", "lib.so").importTag("env", "__cpp_exception", PAYLOAD);
    main.importTag("env", "__c_longjmp", PAYLOAD);
    main.importFunction("env", "throw", PAYLOAD);
    main.exportedFunction(
        "catch",
        "(i32) -> i32",
        code()
            .block(I32)
            .block(I32)
            .tryCatch(null, "env.__cpp_exception", 0)
            .localGet(0)
            .call("env.throw")
            .end()
            .i32Const(-1)
            .returnAll()
            .end()
            .drop()
            .i32Const(-2)
            .end());

    try (Program program = test.link(main)) {
      var thrown = assertThrows(TrapException.class, () -> program.call("catch", 42));
      assertEquals(TrapKind.UNCAUGHT_EXCEPTION, thrown.kind());
    }
  }

  @Test
  void aLibrarysOwnTagWinsAlsoForThoseThatAreLoadedBeforeIt() throws LinkException {
    test.libraries(thrower("lib.so", "__c_longjmp"), owner("libsetjmp.so", "__c_longjmp"));
    ModuleBuilder main = catcher("main.wasm", "__c_longjmp", "lib.so", "libsetjmp.so");

    try (Program program = test.link(main)) {
      assertEquals(42, program.call("catch", 42));
      assertEquals(43, program.call("catchOwn", 43));
    }
  }

  @Test
  void aTagOfAnyNameMayBeExported() throws LinkException {
    test.libraries(thrower("lib.so", "mine"), owner("owner.so", "mine"));

    try (Program program = test.link(catcher("main.wasm", "mine", "lib.so", "owner.so"))) {
      assertEquals(42, program.call("catch", 42));
    }
  }

  @Test
  void aTagThatIsImportedAndExportedAgainIsTheSame() throws LinkException {
    ModuleBuilder forward = shared("forward.so").importTag("env", "__cpp_exception", PAYLOAD);
    forward.exportTag("__cpp_exception", "env.__cpp_exception");
    test.libraries(forward, thrower("lib.so", "__cpp_exception"));

    try (Program program =
        test.link(catcher("main.wasm", "__cpp_exception", "forward.so", "lib.so"))) {
      assertEquals(42, program.call("catch", 42));
    }
  }

  @Test
  void aLibraryStaysWhoseTagAnotherUses() throws LinkException {
    test.libraries(owner("owner.so", "mine"), thrower("user.so", "mine"));

    try (Program program = test.link(shared("main.wasm"))) {
      OpenLibrary owner = program.open("owner.so", OpenFlag.GLOBAL);
      OpenLibrary user = program.open("user.so");
      owner.close();
      assertEquals(3, program.linkMap().libraries().size());
      user.close();
      assertEquals(1, program.linkMap().libraries().size());
    }
  }

  @Test
  void aTagThatNobodyDefinesIsMissing() {
    LinkException thrown = test.refuse(shared("main.wasm").importTag("env", "mine", PAYLOAD));

    assertEquals(Reason.MISSING_SYMBOL, thrown.reason());
    assertEquals("main.wasm: undefined tag mine: searched main.wasm", thrown.getMessage());
  }

  @Test
  void twoTypesForOneTagAreAnError() {
    test.libraries(shared("lib.so").importTag("env", "__cpp_exception", "(i64) -> ()"));
    ModuleBuilder main = shared("main.wasm", "lib.so").importTag("env", "__cpp_exception", PAYLOAD);

    LinkException thrown = test.refuse(main);

    assertEquals(Reason.TYPE_MISMATCH, thrown.reason());
    assertEquals(
        "lib.so: import env.__cpp_exception: expected tag (i64) -> (), found tag (i32) -> ()",
        thrown.getMessage());
  }

  @Test
  void aNonPieMainCannotImportATagOfALibrary() {
    test.libraries(owner("libsetjmp.so", "__c_longjmp"));
    ModuleBuilder main =
        nonPie("main.wasm", "libsetjmp.so").importTag("env", "__c_longjmp", PAYLOAD);

    LinkException thrown = test.refuse(ownSpace(main));

    assertEquals(Reason.UNSUPPORTED, thrown.reason());
    assertEquals(
        "main.wasm: import env.__c_longjmp: the tag's library libsetjmp.so must come before this"
            + " module, and cannot",
        thrown.getMessage());
  }

  @Test
  void librariesThatNeedEachOthersTagsCannotBeLinked() {
    ModuleBuilder a = shared("a.so").importTag("env", "two", PAYLOAD).tag("one", PAYLOAD);
    ModuleBuilder b = shared("b.so").importTag("env", "one", PAYLOAD).tag("two", PAYLOAD);
    test.libraries(a.exportTag("one", "one"), b.exportTag("two", "two"));

    LinkException thrown = test.refuse(shared("main.wasm", "a.so", "b.so"));

    assertEquals(Reason.UNSUPPORTED, thrown.reason());
    assertEquals(
        "b.so: import env.one: the tag's library a.so must come before this module, and cannot",
        thrown.getMessage());
  }

  /** Exports {@code throw}, which throws its argument with an imported tag. */
  private static ModuleBuilder thrower(String name, String tag) {
    return shared(name)
        .importTag("env", tag, PAYLOAD)
        .exportedFunction("throw", PAYLOAD, code().localGet(0).throwTag("env." + tag));
  }

  /** Defines and exports a tag, and exports {@code throwOwn}. */
  private static ModuleBuilder owner(String name, String tag) {
    return shared(name)
        .tag(tag, PAYLOAD)
        .exportTag(tag, tag)
        .exportedFunction("throwOwn", PAYLOAD, code().localGet(0).throwTag(tag));
  }

  /** Exports {@code catch} and {@code catchOwn}, which return what the throwers throw. */
  private static ModuleBuilder catcher(String name, String tag, String... needed) {
    ModuleBuilder module = shared(name, needed).importTag("env", tag, PAYLOAD);
    module.importFunction("env", "throw", PAYLOAD).importFunction("env", "throwOwn", PAYLOAD);
    return module
        .exportedFunction("catch", "(i32) -> i32", catching("env." + tag, "env.throw"))
        .exportedFunction("catchOwn", "(i32) -> i32", catching("env." + tag, "env.throwOwn"));
  }

  private static Code catching(String tag, String thrower) {
    return code()
        .block(I32)
        .tryCatch(null, tag, 0)
        .localGet(0)
        .call(thrower)
        .end()
        .i32Const(-1)
        .end();
  }
}
