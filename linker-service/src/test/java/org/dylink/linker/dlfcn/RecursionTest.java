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
    program.link().assertNothingLeft();
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

  // The lines and counts of what follows are those of the same sources by gcc and glibc.
  @Test
  void aConstructorMayOpenItsOwnLibrary() {
    int self = program.opened("libselfopen.so", NOW);

    assertEquals(List.of("selfopen ctor"), program.log());
    assertEquals(self, program.call(self, "selfopen_handle"));
    assertEquals(1, program.call(self, "selfopen_count"));
    assertEquals(0, program.close(self));
    assertEquals(List.of(), program.log(), "opened twice");
    assertEquals(0, program.close(self));
    assertEquals(List.of("selfopen dtor"), program.log());
    assertEquals(START, program.loaded());
  }

  @Test
  void constructorsMayOpenEachOther() {
    int ping = program.opened("libping.so", NOW);
    int pong = program.opened("libpong.so", NOW);

    assertEquals(
        List.of("ping ctor", "pong ctor", "pong has opened ping", "ping has opened pong"),
        program.log());
    assertEquals(1, program.call(ping, "ping_count"));
    assertEquals(1, program.call(pong, "pong_count"));
    assertEquals(0, program.close(pong));
    assertEquals(0, program.close(ping));
    assertEquals(List.of(), program.log(), "they hold each other");
    assertEquals(0, program.close(ping));
    assertEquals(
        List.of(
            "ping dtor",
            "ping has closed pong",
            "pong dtor",
            "no library is open under handle " + ping),
        program.log());
    assertEquals(START, program.loaded());
  }

  @Test
  void aDestructorCannotCloseItsOwnLibraryAgain() {
    int self = program.opened("libselfclose.so", NOW);

    assertEquals(23, program.call(self, "selfclose_fn"));
    assertEquals(0, program.close(self));
    assertEquals(List.of("selfclose ctor", "selfclose dtor was refused"), program.log());
    assertEquals(-1, program.close(self));
    assertEquals(START, program.loaded());
  }

  // On Linux the library is unmapped under its own constructor, which ends with SIGSEGV.
  @Test
  void aConstructorCannotCloseWhatItsOpenerHasNoHandleOfYet() {
    int library = program.opened("liboverclose.so", NOW);

    assertEquals(List.of("overclose ctor was refused"), program.log());
    assertEquals(29, program.call(library, "overclose_fn"));
    assertEquals(0, program.close(library));
    assertEquals(List.of("overclose dtor"), program.log());
    assertEquals(START, program.loaded());
  }
}
