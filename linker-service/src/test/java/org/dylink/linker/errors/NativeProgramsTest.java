package org.dylink.linker.errors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.dylink.engine.Engine;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.Program;
import org.dylink.linker.link.load.ModuleCache;
import org.dylink.linker.testing.EachEngine;
import org.dylink.linker.testing.FakeWasi;
import org.dylink.linker.testing.Libraries;
import org.dylink.linker.testing.TestLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Programs that clang and wasm-ld have made (src/test/native), linked with the real libc.so. */
@EachEngine
@Timeout(120)
class NativeProgramsTest {
  private static final Path NATIVE = Path.of("src/test/native");
  private static final Path LIBC = Path.of("../example-bundles/libc/src/main/resources/lib");
  private static final Path EXAMPLES = Path.of("../example-bundles/twolevel/src/main/resources");

  // Read once: libc.so is large.
  private static final Libraries FILES =
      Libraries.none()
          .folder(NATIVE)
          .folder(LIBC)
          .folder(EXAMPLES.resolve("bin"))
          .folder(EXAMPLES.resolve("lib"));

  private static final ModuleCache COMPILED = new ModuleCache();

  private final TestLink test;

  NativeProgramsTest(Engine engine) {
    test = TestLink.with(engine).cache(COMPILED);
    for (Path folder : List.of(LIBC, NATIVE, EXAMPLES.resolve("lib"))) {
      test.libraries().folder(folder);
    }
    if (Files.exists(LIBC)) {
      COMPILED.retain(library("libc.so").module());
      test.host(FakeWasi.serving(library("libc.so"), library("plain.wasm")));
    }
  }

  @Test
  void aProgramOfFourModulesRuns() throws LinkException {
    try (Program program = test.link(library("twolevel.wasm"))) {
      assertEquals(0, program.run());
    }
    assertEquals(true, test.output().contains("foo"), test.output());
  }

  @Test
  void aPlainCommandRuns() throws LinkException {
    try (Program program = test.link(library("plain.wasm"))) {
      assertEquals(5, program.run());
    }
    assertEquals("plain: 0 arguments, last -\nplain: GREETING is not set\n", test.output());
  }

  @Test
  void aPlainModuleHasAMemoryOfItsOwn() throws LinkException {
    Library math = library("mathmod.wasm");
    test.option(o -> o.module("math", math));

    try (Program program = test.link(library("usemod.wasm"))) {
      assertEquals(0, program.run());
    }
    assertEquals("add 42\nmul 42\ncalls 2\n", test.output());
  }

  @Test
  void aTrapInALibraryShowsTheCallStack() throws LinkException {
    try (Program program = test.link(library("trap.wasm"))) {
      TrapException thrown = assertThrows(TrapException.class, program::run);
      assertEquals(TrapKind.UNREACHABLE, thrown.kind());
      assertEquals(
          List.of("crash_inner (libtrap.so)", "crash_outer (libtrap.so)", "crash (libtrap.so)"),
          thrown.guestStack().stream().limit(3).map(Object::toString).toList());
    }
    assertEquals("before the trap\n", test.output());
    test.assertNothingLeft();
  }

  @Test
  void aSignatureMismatchIsToldWithBothTypes() {
    LinkException thrown = test.refuse(library("mismatch.wasm"));

    assertEquals(
        "mismatch.wasm: import env.add: signature mismatch: expected (i32, i32, i32) -> i32,"
            + " libmm.so has (i32, i32) -> i32",
        thrown.getMessage());
    assertEquals(Reason.TYPE_MISMATCH, thrown.reason());
  }

  @Test
  void aNonPieMainWithoutStackPointerIsToldTheFlag() {
    assertEquals(
        "nonpie-nosp.wasm: does not export __stack_pointer: link it with wasm-ld"
            + " --export=__stack_pointer",
        test.refuse(library("nonpie-nosp.wasm")).getMessage());
  }

  @Test
  void anEndlessLoopRunsOutOfTime() throws LinkException {
    // libc.so takes the compiler seconds, but the clock starts with the first guest code only.
    test.option(o -> o.timeout(Duration.ofSeconds(3)));

    try (Program program = test.link(library("loop.wasm"))) {
      TrapException thrown = assertThrows(TrapException.class, program::run);
      assertEquals(TrapKind.TIMEOUT, thrown.kind());
      assertEquals("still running after 3.0 s", thrown.getMessage());
    }
    assertEquals("looping\n", test.output());
    test.assertNothingLeft();
  }

  @Test
  void theStackOfCEndsBeforeTheData() throws LinkException {
    test.option(o -> o.stackSize(65_536));

    try (Program program = test.link(library("deep.wasm"))) {
      TrapException thrown = assertThrows(TrapException.class, program::run);
      assertEquals(TrapKind.STACK_OVERFLOW, thrown.kind());
      assertEquals("stack of 65536 bytes is used up", thrown.getMessage());
    }
    assertEquals("sinking\n", test.output());
  }

  @Test
  void theStackOfTheEngineEndsToo() throws LinkException {
    try (Program program = test.link(library("deepcall.wasm"))) {
      TrapException thrown = assertThrows(TrapException.class, program::run);
      assertEquals(TrapKind.STACK_OVERFLOW, thrown.kind());
      assertEquals("call stack exhausted", thrown.getMessage());
    }
    assertEquals("sinking\n", test.output());
  }

  private static Library library(String name) {
    assumeTrue(Files.exists(LIBC), () -> LIBC.toAbsolutePath() + " is not there");
    return FILES.get(name);
  }
}
