package org.dylink.linker.dlfcn;

import static org.dylink.linker.testing.DlProgram.GLOBAL;
import static org.dylink.linker.testing.DlProgram.LAZY;
import static org.dylink.linker.testing.DlProgram.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.dylink.engine.Engine;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkMap;
import org.dylink.linker.LoadedLibrary;
import org.dylink.linker.testing.DlProgram;
import org.dylink.linker.testing.EachEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Exit functions, what is unloaded and when, and what becomes of the room. */
@EachEngine
class DlcloseTest {
  private static final List<String> START = List.of("dlmain.wasm", "libmini.so", "libdl.so");

  // clang registers destructors behind the constructors of the same priority.
  private static final List<String> FAREWELL =
      List.of("branch dtor", "branch __cxa_atexit", "branch atexit", "leaf dtor");

  private final DlProgram program;

  DlcloseTest(Engine engine) throws LinkException {
    program = DlProgram.start(engine);
  }

  @AfterEach
  void close() {
    program.close();
  }

  @Test
  void theLastCloseRunsExitFunctionsInReverseAndOnce() {
    int branch = program.opened("libbranch.so", NOW);
    program.log();

    program.close(branch);

    assertEquals(FAREWELL, program.log());
    assertEquals(START, program.loaded());
    program.program().call("leave");
    assertEquals(List.of(), program.log());
  }

  @Test
  void whatIsStillOpenSaysFarewellAtTheProgramsExit() {
    program.opened("libbranch.so", NOW);
    program.log();

    program.program().call("leave");

    assertEquals(FAREWELL, program.log());
    program.program().call("leave");
    assertEquals(List.of(), program.log(), "once");
  }

  @Test
  void theExitsOrderIsTheReverseOfAllRegistrations() {
    program.program().call("at_exit");
    program.opened("libtwig.so", NOW);
    program.program().call("at_exit");
    program.opened("libbranch.so", NOW);
    program.log();

    program.program().call("leave");

    assertEquals(
        List.of(
            "branch dtor",
            "branch __cxa_atexit",
            "branch atexit",
            "main exit",
            "twig dtor",
            "leaf dtor",
            "main exit"),
        program.log());
  }

  @Test
  void libcsListDoesNotGrowWithLibrariesThatComeAndGo() {
    program.close(program.opened("libbranch.so", NOW));
    Object before = program.program().call("exit_functions");

    for (int i = 0; i < 10; i++) {
      program.close(program.opened("libbranch.so", NOW));
    }

    assertEquals(before, program.program().call("exit_functions"));
  }

  @Test
  void whatAnotherOpenLibraryNeedsStays() {
    int branch = program.opened("libbranch.so", NOW);
    int twig = program.opened("libtwig.so", NOW);
    program.log();

    program.close(branch);

    assertEquals(List.of("branch dtor", "branch __cxa_atexit", "branch atexit"), program.log());
    assertEquals(21, program.call(twig, "twig_fn", 10));
    program.close(twig);
    assertEquals(List.of("twig dtor", "leaf dtor"), program.log());
    assertEquals(START, program.loaded());
  }

  @Test
  void whatAnotherLibraryIsBoundToStays() {
    int global = program.opened("libglobal.so", NOW | GLOBAL);
    int data = program.opened("libdata.so", NOW);

    program.close(global);

    assertEquals(List.of(), program.log());
    assertEquals(9, program.call(data, "data_read"));
    program.close(data);
    assertEquals(List.of("global dtor"), program.log());
    assertEquals(START, program.loaded());
  }

  @Test
  void reopeningGivesFreshData() {
    int branch = program.opened("libbranch.so", NOW);
    assertEquals(8, program.call(branch, "branch_soil"));
    assertEquals(25_000, program.call(branch, "branch_dirt"));
    assertEquals(1, program.call(branch, "leaf_count"));
    program.close(branch);

    int again = program.opened("libbranch.so", NOW);

    assertEquals(0, program.call(again, "branch_dirt"));
    assertEquals(8, program.call(again, "branch_soil"));
    assertEquals(1, program.call(again, "leaf_count"));
    assertEquals(25, program.call(again, "branch_fn", 10));
  }

  @Test
  void reopeningUsesTheSameRegionAndSlots() {
    int branch = program.opened("libbranch.so", NOW);
    program.found(branch, "branch_soil");
    LinkMap open = program.map();
    program.close(branch);
    LinkMap closed = program.map();

    int again = program.opened("libbranch.so", NOW);
    program.found(again, "branch_soil");

    assertEquals(open, program.map());
    program.close(again);
    assertEquals(closed, program.map());
  }

  @Test
  void theRoomIsShownAsFree() {
    int leaf = program.opened("libleaf.so", NOW);
    LoadedLibrary loaded = program.map().libraries().get(3);
    program.close(leaf);

    assertEquals(
        List.of(loaded.data().address()),
        program.map().freeData().stream().map(region -> region.address()).toList());
    // libleaf.so's own slots, and one of an exit function of the linker's beside them stays.
    assertEquals(List.of(loaded.slots().first()), firstFreeSlots());
  }

  @Test
  void aSmallerLibraryFitsIntoTheRoomOfALargerOne() {
    program.close(program.opened("libbranch.so", NOW));
    LinkMap before = program.map();

    program.opened("libtwig.so", NOW);

    assertEquals(before.memoryPages(), program.map().memoryPages());
    assertEquals(before.tableSize(), program.map().tableSize());
  }

  @Test
  void aStalePointerTrapsAndNamesTheLibrary() {
    int branch = program.opened("libbranch.so", NOW);
    int function = program.found(branch, "branch_fn");
    int hidden = program.call(branch, "branch_hidden");
    int onDemand = program.found(branch, "branch_dirt");
    program.close(branch);

    assertStale("libbranch.so: function branch_fn called after it was unloaded", function);
    TrapException dirt = assertThrows(TrapException.class, () -> program.call(onDemand));
    assertEquals(
        "libbranch.so: function branch_dirt called after it was unloaded", dirt.getMessage());
    assertStale("libbranch.so: function hidden called after it was unloaded", hidden);
  }

  @Test
  void aStalePointerIsToldAlsoWhereAnotherLibraryFailedToOpen() {
    int branch = program.opened("libbranch.so", NOW);
    int function = program.found(branch, "branch_fn");
    program.close(branch);
    program.refused("libtrapctor.so", NOW);

    assertStale("libbranch.so: function branch_fn called after it was unloaded", function);
  }

  @Test
  void aFunctionKeepsItsAddressWhenWhoTookItGoes() {
    int branch = program.opened("libbranch.so", NOW);
    int leaf = program.opened("libleaf.so", NOW);
    int address = program.found(leaf, "leaf_fn");
    program.close(branch);

    assertEquals(20, program.call(address, 10));
    assertEquals(address, program.call(leaf, "leaf_address"));
    assertEquals(address, program.symbol(leaf, "leaf_fn"));
  }

  @Test
  void anExitFunctionThatTrapsDoesNotKeepTheLibrary() {
    int trap = program.opened("libtrapdtor.so", NOW);

    TrapException thrown = assertThrows(TrapException.class, () -> program.close(trap));

    assertEquals(TrapKind.UNREACHABLE, thrown.kind());
    assertEquals(START, program.loaded());
  }

  @Test
  void aClosedGlobalLibraryIsNoLongerFound() {
    int global = program.opened("libglobal.so", NOW | GLOBAL);
    int caller = program.opened("libcaller.so", LAZY);
    program.close(caller);
    program.close(global);
    assertEquals(START, program.loaded());

    assertNotEquals(0, program.opened("libcaller.so", LAZY));
    assertEquals(0, program.call(program.opened("libcaller.so", LAZY), "caller_finds"));
  }

  private List<Long> firstFreeSlots() {
    return program.map().freeSlots().stream().map(region -> region.first()).toList();
  }

  private void assertStale(String message, int function) {
    TrapException trap = assertThrows(TrapException.class, () -> program.call(function, 1));
    assertEquals(TrapKind.UNINITIALIZED_ELEMENT, trap.kind());
    assertEquals(message, trap.getMessage());
  }
}
