package org.dylink.linker.dlfcn;

import static org.dylink.linker.testing.DlProgram.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.dylink.engine.Engine;
import org.dylink.linker.LinkException;
import org.dylink.linker.testing.DlProgram;
import org.dylink.linker.testing.EachEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** dlopen and dlclose from within constructors, exit functions and the library itself. */
@EachEngine
class RecursionTest {
  private static final List<String> START = List.of("dlmain.wasm", "libmini.so", "libdl.so");

  private final DlProgram program;

  RecursionTest(Engine engine) throws LinkException {
    program = DlProgram.start(engine);
  }

  @AfterEach
  void close() {
    program.close();
  }

  @Test
  void aConstructorMayOpenAndADestructorClose() {
    int opener = program.opened("libopener.so", NOW);

    assertEquals(List.of("leaf ctor", "opener ctor"), program.log());
    assertEquals(1, program.call(opener, "opener_fn"));
    program.close(opener);
    assertEquals(List.of("opener dtor", "leaf dtor"), program.log());
    assertEquals(START, program.loaded());
  }

  @Test
  void aCloseInAConstructorDoesNotTakeItsLibrary() {
    int library = program.opened("libopenclose.so", NOW);

    assertEquals(List.of("leaf ctor", "leaf dtor", "openclose ctor"), program.log());
    assertEquals(17, program.call(library, "openclose_fn"));
    program.close(library);
    assertEquals(START, program.loaded());
  }

  @Test
  void anExitFunctionCannotOpenWhatIsBeingClosed() {
    program.close(program.opened("libreopen.so", NOW));

    assertEquals(
        List.of(
            "leaf ctor",
            "libreopen.so: cannot open: it is being closed",
            "libtwig.so: cannot open: needed library libleaf.so is being closed",
            "leaf dtor"),
        program.log());
    assertEquals(START, program.loaded());
  }

  @Test
  void anExitFunctionMayOpenWhatStays() {
    int leaf = program.opened("libleaf.so", NOW);
    program.close(program.opened("libreopen.so", NOW));

    assertEquals(
        List.of(
            "leaf ctor",
            "libreopen.so: cannot open: it is being closed",
            "twig ctor",
            "twig opened"),
        program.log());
    assertEquals(
        List.of("dlmain.wasm", "libmini.so", "libdl.so", "libleaf.so", "libtwig.so"),
        program.loaded());
    assertEquals(20, program.call(leaf, "leaf_fn", 10));
  }

  @Test
  void aLibraryMayCloseItselfWhileItRuns() {
    int self = program.opened("libself.so", NOW);

    assertEquals(42, program.call(self, "self_close", self));
    assertEquals(List.of("self dtor"), program.log());
    assertEquals(START, program.loaded());
  }
}
