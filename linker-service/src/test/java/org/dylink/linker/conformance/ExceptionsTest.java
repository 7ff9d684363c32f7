package org.dylink.linker.conformance;

import static org.dylink.linker.testing.Shapes.shared;
import static org.dylink.testing.Code.code;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.dylink.engine.Engine;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.format.Feature;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.Program;
import org.dylink.linker.link.load.ModuleCache;
import org.dylink.linker.testing.EachEngine;
import org.dylink.linker.testing.FakeWasi;
import org.dylink.linker.testing.Libraries;
import org.dylink.linker.testing.TestLink;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** longjmp and C++ exceptions across libraries, in programs that clang has made. */
@EachEngine
@Timeout(300)
class ExceptionsTest {
  private static final Path NATIVE = Path.of("src/test/native");
  private static final Path LIBC = Path.of("../example-bundles/libc/src/main/resources/lib");
  private static final Libraries FILES = Libraries.none().folder(NATIVE).folder(LIBC);
  private static final ModuleCache COMPILED = new ModuleCache();
  private static final String JUMPS =
      """
      within 13 after 3
      from a library 21
      through a library 31
      through qsort 41 after 3
      outer 51
      inner 52
      outer 53
      guard 61
      past the guard 62
      zero becomes 1
      """;

  private final Engine engine;
  private final TestLink test;

  ExceptionsTest(Engine engine) {
    this.engine = engine;
    test = TestLink.with(engine).cache(COMPILED);
    test.libraries().folder(LIBC).folder(NATIVE);
    if (Files.exists(LIBC)) {
      COMPILED.retain(library("libc.so").module());
      test.host(FakeWasi.serving(library("libc.so")));
    }
  }

  @Test
  void longjmpFindsItsSetjmpWithTheLinkersTag() throws LinkException {
    try (Program program = test.link(library("jump.wasm"))) {
      assertEquals(7, program.run());
    }
    assertEquals(JUMPS, test.output());
  }

  @Test
  void longjmpFindsItsSetjmpWithALibrarysTag() throws LinkException {
    try (Program program = test.link(library("jumptag.wasm"))) {
      assertEquals(7, program.run());
    }
    assertEquals(JUMPS, test.output());
  }

  @Test
  void cppExceptionsCrossLibraries() throws LinkException {
    try (Program program = test.link(library("throw.wasm"))) {
      TrapException thrown = assertThrows(TrapException.class, program::run);
      assertEquals(TrapKind.UNCAUGHT_EXCEPTION, thrown.kind());
      assertEquals("tag __cpp_exception caught by nobody", thrown.getMessage());
    }
    assertEquals(
        """
        direct: 1
        cleanup
        cleanup: 2
        first 3
        rethrown: 3
        inner: 5
        nested: 4
        busy 100
        busy cleanup: 6
        """,
        test.output());
  }

  @Test
  void cppExceptionsAreCaughtByTypeAcrossLibraries() throws LinkException {
    try (Program program = test.link(library("typed.wasm"))) {
      assertEquals(0, program.run());
    }
    assertEquals(
        """
        int 1001
        thing 2002
        an int is caught 3
        nothing 0
        a thing passes 2004
        again 2005
        instead 1006
        an int passes 1007
        """,
        test.output());
  }

  @Test
  void cppExceptionsOfAnOpenedLibraryAreCaughtByType() throws LinkException {
    try (Program program = test.link(library("typed.wasm"))) {
      int thrower = program.open("libplug.so").address("plug_throw").orElseThrow();
      assertEquals(2008, program.call("classify", thrower, 8));
      assertEquals(991, program.call("classify", thrower, -9));
    }
  }

  @Test
  void anExceptionThatAConstructorThrowsFailsTheLink() {
    ModuleBuilder lib = shared("lib.so").importTag("env", "__cpp_exception", "(i32) -> ()");
    lib.exportedFunction(
        "__wasm_call_ctors", "() -> ()", code().i32Const(1).throwTag("env.__cpp_exception"));
    test.libraries(lib);

    LinkException thrown = test.refuse(shared("main.wasm", "lib.so"));

    assertEquals(
        "lib.so: constructors trapped: uncaught exception: tag __cpp_exception caught by nobody",
        thrown.getMessage());
    assertEquals(Reason.INIT_FAILED, thrown.reason());
  }

  @Test
  void theLegacyEncodingIsReadOrToldWithItsCure() throws LinkException {
    if (engine.features().contains(Feature.LEGACY_EXCEPTIONS)) {
      try (Program program = test.link(library("legacy.wasm"))) {
        assertEquals(3, program.run());
      }
      return;
    }
    LinkException thrown = test.refuse(library("legacy.wasm"));

    assertEquals(
        "legacy.wasm: needs the legacy encoding of exceptions (legacy-exceptions), which engine "
            + engine.name()
            + " lacks: function __original_main: recompile with -mllvm -wasm-use-legacy-eh=false",
        thrown.getMessage());
    assertEquals(Reason.UNSUPPORTED, thrown.reason());
  }

  private static Library library(String name) {
    assumeTrue(Files.exists(LIBC), () -> LIBC.toAbsolutePath() + " is not there");
    return FILES.get(name);
  }
}
