package org.dylink.linker.dlfcn;

import static org.dylink.linker.testing.DlProgram.DEFAULT;
import static org.dylink.linker.testing.DlProgram.NEXT;
import static org.dylink.linker.testing.DlProgram.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.engine.jvm.JvmEngine;
import org.dylink.linker.LinkException;
import org.dylink.linker.testing.DlProgram;
import org.dylink.linker.testing.DlProgram.Info;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** dlopen and its kin for C with pointers of 64 bits, in each of the two forms of a main. */
@ParameterizedClass(name = "{0}")
@ValueSource(strings = {"dlmain.wasm", "dlmain-nonpie.wasm"})
class WideDlTest {
  private final String main;
  private final DlProgram program;

  WideDlTest(String main) throws LinkException {
    this.main = main;
    this.program = DlProgram.wide(new JvmEngine(), main);
  }

  @AfterEach
  void close() {
    program.close();
  }

  @Test
  void aLibraryIsOpenedCalledAndClosedWithWhatItNeeds() {
    int branch = program.opened("libbranch.so", NOW);

    assertEquals(List.of("leaf ctor", "branch ctor"), program.log());
    assertEquals(25, program.call(branch, "branch_fn", 10));
    assertEquals(20, program.call(branch, "leaf_fn", 10));
    assertEquals(0, program.call(branch, "branch_dirt"));
    assertEquals(branch, program.opened("libbranch.so", NOW));
    assertEquals(0, program.close(branch));
    assertEquals(0, program.close(branch));
    assertEquals(
        List.of("branch dtor", "branch __cxa_atexit", "branch atexit", "leaf dtor"), program.log());
    assertEquals(List.of(main, "libmini.so", "libdl.so"), program.loaded());
  }

  @Test
  void aFunctionThatIsGoneTrapsAndIsNamed() {
    int leaf = program.opened("libleaf.so", NOW);
    int function = program.found(leaf, "leaf_fn");
    assertEquals(42, program.call(function, 21));
    program.close(leaf);

    TrapException trap = assertThrows(TrapException.class, () -> program.call(function, 21));
    assertEquals(TrapKind.UNINITIALIZED_ELEMENT, trap.kind());
    assertEquals("libleaf.so: function leaf_fn called after it was unloaded", trap.getMessage());
  }

  @Test
  void nextAndDefaultDependOnWhoCalls() {
    int next = program.opened("libnext.so", NOW);

    assertEquals(120, program.call(next, "leaf_fn", 10));
    assertEquals(0, program.symbol(NEXT, "main_service"));
    assertNotEquals(0, program.symbol(NEXT, "atexit"));
    assertNotEquals(0, program.symbol(DEFAULT, "main_service"));
    int who = program.opened("libwho.so", NOW);
    for (int way = 0; way < 5; way++) {
      assertEquals(1, program.call(who, "who_next", way), "way " + way);
      assertEquals(1, program.call(who, "who_default", way), "way " + way);
    }
  }

  @Test
  void whatALibraryRegistersForTheEndGoesWithIt() {
    int who = program.opened("libwho.so", NOW);
    for (int way = 0; way < 5; way++) {
      assertEquals(0, program.call(who, "who_registers", way), "way " + way);
    }
    assertEquals(0, program.call(who, "who_registers_for_thread", 1));
    program.log();

    assertEquals(0, program.close(who));

    assertEquals(
        List.of(
            "thread",
            "found",
            "mini bye",
            "mini bye",
            "mini bye",
            "mini bye",
            "mini bye",
            "leaf dtor"),
        program.log());
    program.program().call("leave");
    assertEquals(List.of(), program.log());
  }

  @Test
  void exitFunctionsRunInTheReverseOrderOfAllRegistrations() {
    program.program().call("at_exit");
    program.opened("libbranch.so", NOW);
    program.program().call("at_exit");
    program.log();

    program.program().call("leave");

    assertEquals(
        List.of(
            "main exit",
            "branch dtor",
            "branch __cxa_atexit",
            "branch atexit",
            "leaf dtor",
            "main exit"),
        program.log());
  }

  @Test
  void whatStandsAtAnAddressIsTold() {
    int branch = program.opened("libbranch.so", NOW);
    int data = program.found(branch, "branch_data");
    int function = program.found(branch, "branch_fn");

    Info info = program.info(data + 3).orElseThrow();
    assertEquals(new Info("libbranch.so", info.base(), "branch_data", data), info);
    assertEquals(
        Optional.of(new Info("libbranch.so", info.base(), null, 0)), program.info(info.base()));
    assertEquals("branch_fn", program.info(function).orElseThrow().symbol());
    assertEquals(Optional.empty(), program.info(0));
    assertEquals(Optional.empty(), program.info(-1));
  }

  @Test
  void aConstructorThatTrapsLeavesTheProgramAsItWas() {
    assertEquals(
        "libtrapctor.so: constructors trapped: unreachable: unreachable instruction executed",
        program.refused("libtrapctor.so", NOW));
    assertEquals(List.of(main, "libmini.so", "libdl.so"), program.loaded());
  }

  @Test
  void aMemoryThatIsAskedForIsGrantedInBothForms() throws LinkException {
    long most = Runtime.version().feature() >= 22 ? 65_536 : 32_767;
    for (boolean isWide : new boolean[] {false, true}) {
      DlProgram asking = DlProgram.prepare(new JvmEngine(), isWide);
      asking.link().option(request -> request.maxMemory(1L << 32));
      try (DlProgram asked = asking.run(main)) {
        assertEquals(most, asked.memory().maximumPages());
      }
    }
  }

  @Test
  void errorsAreToldOnce() {
    assertEquals(0, program.open("libnope.so", NOW));
    assertEquals(Optional.of("libnope.so: cannot open: no test has it"), program.error());
    assertEquals(Optional.empty(), program.error());
    assertEquals(-1, program.close(77));
    assertEquals(Optional.of("no library is open under handle 77"), program.error());
    int leaf = program.opened("libleaf.so", NOW);
    assertEquals(0, program.symbol(leaf, "nope"));
    assertEquals(
        Optional.of("libleaf.so: undefined symbol nope: searched libleaf.so, libmini.so"),
        program.error());
  }
}
