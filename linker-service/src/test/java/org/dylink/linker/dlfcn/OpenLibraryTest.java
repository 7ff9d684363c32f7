package org.dylink.linker.dlfcn;

import static org.dylink.linker.testing.DlProgram.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.dylink.engine.Engine;
import org.dylink.engine.TrapException;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.OpenFlag;
import org.dylink.linker.OpenLibrary;
import org.dylink.linker.testing.DlProgram;
import org.dylink.linker.testing.EachEngine;
import org.dylink.linker.testing.Shapes;
import org.dylink.linker.testing.TestLibrary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The same for Java: Program.open. */
@EachEngine
class OpenLibraryTest {
  private static final List<String> START = List.of("dlmain.wasm", "libmini.so", "libdl.so");

  private final Engine engine;
  private final DlProgram program;

  OpenLibraryTest(Engine engine) throws LinkException {
    this.engine = engine;
    this.program = DlProgram.start(engine);
  }

  @AfterEach
  void close() {
    program.close();
  }

  @Test
  void opensCallsAndCloses() throws LinkException {
    OpenLibrary branch = program.program().open("libbranch.so");

    assertSame(program.link().libraries().get("libbranch.so"), branch.library());
    assertEquals(25, branch.call("branch_fn", 10));
    assertEquals(20, branch.call("leaf_fn", 10), "what it needs");
    program.log();
    branch.close();
    assertEquals(
        List.of("branch dtor", "branch __cxa_atexit", "branch atexit", "leaf dtor"), program.log());
    assertEquals(START, program.loaded());
    branch.close();
  }

  @Test
  void addressesAreThoseOfDlsym() throws LinkException {
    int handle = program.opened("libleaf.so", NOW);
    try (OpenLibrary leaf = program.program().open("libleaf.so")) {
      assertEquals(OptionalInt.of(program.found(handle, "leaf_fn")), leaf.address("leaf_fn"));
      assertEquals(OptionalInt.of(program.found(handle, "leaf_data")), leaf.address("leaf_data"));
      assertEquals(OptionalInt.empty(), leaf.address("nope"));
    }
  }

  @Test
  void countsWithTheProgramsOwnHandles() throws LinkException {
    int handle = program.opened("libleaf.so", NOW);
    OpenLibrary first = program.program().open("/lib/libleaf.so");
    OpenLibrary second = program.program().open("libleaf.so");
    program.log();

    program.close(handle);
    first.close();
    first.close();
    assertEquals(1, second.call("leaf_count"));
    second.close();
    assertEquals(List.of("leaf dtor"), program.log());
  }

  @Test
  void aClosedLibraryRefusesToWork() throws LinkException {
    OpenLibrary leaf = program.program().open("libleaf.so");
    leaf.close();

    assertMessage(
        "libleaf.so: is closed", IllegalStateException.class, () -> leaf.call("leaf_fn", 1));
    assertMessage(
        "libleaf.so: is closed", IllegalStateException.class, () -> leaf.address("leaf_fn"));
  }

  @Test
  void aClosedProgramRefusesToWork() throws LinkException {
    OpenLibrary leaf = program.program().open("libleaf.so");
    long id = program.program().id();
    program.close();

    String closed = "dlmain.wasm: program " + id + " is closed";
    assertMessage(closed, IllegalStateException.class, () -> leaf.call("leaf_fn", 1));
    assertMessage(closed, IllegalStateException.class, () -> leaf.address("leaf_fn"));
    assertMessage(closed, IllegalStateException.class, () -> program.program().open("libleaf.so"));
    leaf.close();
  }

  @Test
  void anUndefinedFunctionIsAnIllegalArgument() throws LinkException {
    try (OpenLibrary leaf = program.program().open("libleaf.so")) {
      assertMessage(
          "libleaf.so: undefined function nope",
          IllegalArgumentException.class,
          () -> leaf.call("nope"));
    }
  }

  @Test
  void aMissingLibraryIsALinkException() {
    LinkException thrown =
        assertThrows(LinkException.class, () -> program.program().open("libnope.so"));

    assertEquals(Reason.MISSING_LIBRARY, thrown.reason());
    assertEquals("libnope.so: cannot open: no test has it", thrown.getMessage());
    assertEquals(Optional.empty(), program.error(), "dlerror is the guest's");
  }

  @Test
  void flagsAreThoseOfDlopen() throws LinkException {
    assertThrows(LinkException.class, () -> program.program().open("libcaller.so"));
    assertThrows(LinkException.class, () -> program.program().open("libleaf.so", OpenFlag.NOLOAD));
    OpenLibrary caller = program.program().open("libcaller.so", OpenFlag.LAZY);
    assertThrows(TrapException.class, () -> caller.call("caller_global", 1));

    program.program().open("libglobal.so", OpenFlag.GLOBAL, OpenFlag.NODELETE).close();

    assertEquals(8, caller.call("caller_global", 1));
  }

  @Test
  void theProgramsFinderIsAskedLast() throws LinkException {
    Library found = TestLibrary.of(Shapes.constant(Shapes.shared("libfound.so"), "found", 4));
    DlProgram finding = DlProgram.prepare(engine);
    finding
        .link()
        .option(
            request ->
                request.finder(
                    (name, caller) ->
                        name.equals("libfound.so") && caller.name().equals("dlmain.wasm")
                            ? Optional.of(found)
                            : Optional.empty()));
    finding.run("dlmain.wasm");

    try (OpenLibrary library = finding.program().open("some/folder/libfound.so")) {
      assertEquals(4, library.call("found"));
      assertEquals(finding.opened("libfound.so", NOW), finding.opened("libfound.so", NOW));
    }
    finding.close();
  }

  private static <T extends Exception> void assertMessage(
      String message, Class<T> kind, org.junit.jupiter.api.function.Executable call) {
    assertEquals(message, assertThrows(kind, call).getMessage());
  }
}
