package org.dylink.linker.dlfcn;

import static org.dylink.linker.testing.DlProgram.GLOBAL;
import static org.dylink.linker.testing.DlProgram.LAZY;
import static org.dylink.linker.testing.DlProgram.LOCAL;
import static org.dylink.linker.testing.DlProgram.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.dylink.engine.Engine;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.linker.LinkException;
import org.dylink.linker.testing.DlProgram;
import org.dylink.linker.testing.EachEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What libraries that are opened later see of each other: RTLD_LOCAL, RTLD_GLOBAL. */
@EachEngine
class ScopeTest {
  private final DlProgram program;

  ScopeTest(Engine engine) throws LinkException {
    program = DlProgram.start(engine);
  }

  @AfterEach
  void close() {
    program.close();
  }

  @Test
  void aLocalLibraryIsInvisibleToLaterOnes() {
    program.opened("libglobal.so", NOW | LOCAL);

    assertEquals(
        "libdata.so: undefined data symbol global_data: searched dlmain.wasm, libmini.so,"
            + " libdl.so, libdata.so\n"
            + "libdata.so: undefined function global_fn: searched dlmain.wasm, libmini.so,"
            + " libdl.so, libdata.so",
        program.refused("libdata.so", LAZY));
  }

  @Test
  void localIsWhatNoModeMeans() {
    program.opened("libglobal.so", NOW);

    assertEquals(0, program.open("libdata.so", LAZY));
  }

  @Test
  void aGlobalLibraryIsVisibleToLaterOnes() {
    int global = program.opened("libglobal.so", NOW | GLOBAL);
    int data = program.opened("libdata.so", NOW);

    assertEquals(9, program.call(data, "data_read"));
    assertEquals(program.found(global, "global_fn"), program.call(data, "data_address"));
  }

  @Test
  void openingAgainMakesGlobal() {
    program.opened("libglobal.so", NOW | LOCAL);
    program.opened("libglobal.so", LAZY | GLOBAL);

    assertEquals(9, program.call(program.opened("libdata.so", NOW), "data_read"));
  }

  @Test
  void aFunctionThatALaterGlobalLibraryDefinesIsBound() {
    int caller = program.opened("libcaller.so", LAZY);
    program.opened("libglobal.so", NOW | LOCAL);
    assertUndefined(
        "libcaller.so: undefined function global_fn: searched dlmain.wasm, libmini.so, libdl.so,"
            + " libcaller.so",
        () -> program.call(caller, "caller_global", 1));

    program.opened("libglobal.so", NOW | GLOBAL);

    assertEquals(8, program.call(caller, "caller_global", 1));
    assertEquals(71, program.program().call("call_late", 1), "main's too");
  }

  @Test
  void whatWasBoundLaterIsUndefinedAgainWhenItsLibraryIsClosed() {
    int caller = program.opened("libcaller.so", LAZY);
    int global = program.opened("libglobal.so", NOW | GLOBAL);
    assertEquals(8, program.call(caller, "caller_global", 1));

    program.close(global);

    assertUndefined(
        "libcaller.so: undefined function global_fn: searched dlmain.wasm, libmini.so, libdl.so,"
            + " libcaller.so",
        () -> program.call(caller, "caller_global", 1));
    program.opened("libglobal.so", NOW | GLOBAL);
    assertEquals(8, program.call(caller, "caller_global", 1));
  }

  @Test
  void anUndefinedWeakFunctionStaysNull() {
    program.opened("libglobal.so", NOW | GLOBAL);

    assertEquals(-1, program.program().call("call_weak", 1));
  }

  @Test
  void aLibrarySeesWhatItNeedsThoughItIsLocal() {
    program.opened("libleaf.so", NOW | LOCAL);

    assertEquals(21, program.call(program.opened("libtwig.so", NOW), "twig_fn", 10));
  }

  @Test
  void aGlobalDefinitionGoesBeforeTheLibrarysOwnNeeds() {
    program.opened("libnext.so", NOW | GLOBAL); // its leaf_fn adds 100

    assertEquals(121, program.call(program.opened("libtwig.so", NOW), "twig_fn", 10));
  }

  private static void assertUndefined(
      String message, org.junit.jupiter.api.function.Executable call) {
    TrapException trap = assertThrows(TrapException.class, call);
    assertEquals(TrapKind.UNDEFINED_FUNCTION, trap.kind());
    assertEquals(message, trap.getMessage());
  }
}
