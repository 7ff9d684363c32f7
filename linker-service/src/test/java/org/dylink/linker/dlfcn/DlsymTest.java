package org.dylink.linker.dlfcn;

import static org.dylink.linker.testing.DlProgram.DEFAULT;
import static org.dylink.linker.testing.DlProgram.GLOBAL;
import static org.dylink.linker.testing.DlProgram.LAZY;
import static org.dylink.linker.testing.DlProgram.NEXT;
import static org.dylink.linker.testing.DlProgram.NOW;
import static org.dylink.testing.DylinkBuilder.HIDDEN;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Optional;
import org.dylink.engine.Engine;
import org.dylink.linker.LinkException;
import org.dylink.linker.testing.DlProgram;
import org.dylink.linker.testing.EachEngine;
import org.dylink.linker.testing.FakeHost;
import org.dylink.linker.testing.Shapes;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where dlsym searches, and what it finds. */
@EachEngine
class DlsymTest {
  private final DlProgram program;

  DlsymTest(Engine engine) throws LinkException {
    ModuleBuilder hidden =
        Shapes.constant(
            Shapes.shared("libhidden.so", dylink().exportInfo("hidden_fn", HIDDEN)),
            "hidden_fn",
            1);
    FakeHost env =
        new FakeHost("env").with("host_fn", "(i32) -> i32", (guest, x) -> (int) x[0] - 1);
    program = DlProgram.prepare(engine).libraries(hidden).libraries(family());
    program.link().host(env);
    program.run("dlmain.wasm");
  }

  @AfterEach
  void close() {
    program.close();
  }

  @Test
  void aHandleSearchesItsLibraryAndWhatThatNeeds() {
    int branch = program.opened("libbranch.so", NOW);

    assertEquals(25, program.call(branch, "branch_fn", 10));
    assertEquals(20, program.call(branch, "leaf_fn", 10));
    assertNotEquals(0, program.symbol(branch, "atexit"));
    assertEquals(0, program.symbol(branch, "main_service"));
    assertEquals(
        Optional.of(
            "libbranch.so: undefined symbol main_service: searched libbranch.so, libleaf.so,"
                + " libmini.so"),
        program.error());
  }

  @Test
  void aHandleSearchesBreadthFirst() {
    int parent = program.opened("libparent.so", NOW);

    assertEquals(2, program.call(parent, "rank"));
    assertEquals(3, program.call(parent, "grandchild"));
  }

  /** A parent with two children: what the first one needs comes behind the second one. */
  private static ModuleBuilder[] family() {
    return new ModuleBuilder[] {
      Shapes.shared("libparent.so", "libfirst.so", "libsecond.so"),
      Shapes.shared("libfirst.so", "libgrandchild.so"),
      Shapes.constant(Shapes.shared("libsecond.so"), "rank", 2),
      Shapes.constant(
          Shapes.constant(Shapes.shared("libgrandchild.so"), "rank", 3), "grandchild", 3)
    };
  }

  @Test
  void aHandleDoesNotSearchWhoNeedsItsLibrary() {
    program.opened("libbranch.so", NOW | GLOBAL);
    int leaf = program.opened("libleaf.so", NOW);

    assertEquals(0, program.symbol(leaf, "branch_fn"));
  }

  @Test
  void findsData() {
    int leaf = program.opened("libleaf.so", NOW);

    int data = program.found(leaf, "leaf_data");

    assertEquals(5, program.memory().readInt(data));
    program.memory().writeInt(data, 8);
    int branch = program.opened("libbranch.so", NOW);
    assertEquals(28, program.call(branch, "branch_fn", 10));
  }

  @Test
  void aFunctionHasOneAddressWhoeverAsks() {
    int branch = program.opened("libbranch.so", NOW);
    int leaf = program.opened("libleaf.so", NOW);

    int address = program.found(leaf, "leaf_fn");

    assertEquals(address, program.symbol(leaf, "leaf_fn"));
    assertEquals(address, program.symbol(branch, "leaf_fn"));
    assertEquals(address, program.call(leaf, "leaf_address"));
    assertEquals(program.found(branch, "branch_fn"), program.call(branch, "branch_address"));
    int self = program.openProgram(NOW);
    assertEquals(program.found(self, "main_service"), program.program().call("service_address"));
  }

  @Test
  void defaultSearchesWhatTheCallerSees() {
    assertEquals(1010, program.call(DEFAULT, "main_service", 10));
    program.opened("libleaf.so", NOW);
    assertEquals(0, program.symbol(DEFAULT, "leaf_fn"));
    assertEquals(
        Optional.of(
            "dlmain.wasm: undefined symbol leaf_fn: searched dlmain.wasm, libmini.so, libdl.so"),
        program.error());
    program.opened("libleaf.so", NOW | GLOBAL);
    assertEquals(20, program.call(DEFAULT, "leaf_fn", 10));
  }

  @Test
  void defaultFindsWhatTheHostHas() {
    assertEquals(9, program.call(DEFAULT, "host_fn", 10));
    assertEquals(program.found(DEFAULT, "host_fn"), program.found(DEFAULT, "host_fn"));
  }

  @Test
  void nextSearchesBehindTheCaller() {
    int next = program.opened("libnext.so", NOW);

    assertEquals(120, program.call(next, "leaf_fn", 10));
    assertEquals(0, program.symbol(NEXT, "main_service"));
    assertNotEquals(0, program.symbol(NEXT, "atexit"));
  }

  @Test
  void hiddenSymbolsAreNotFound() {
    int hidden = program.opened("libhidden.so", NOW);

    assertEquals(0, program.symbol(hidden, "hidden_fn"));
    assertEquals(
        Optional.of("libhidden.so: undefined symbol hidden_fn: searched libhidden.so"),
        program.error());
  }

  @Test
  void entryPointsAreNoSymbols() {
    int leaf = program.opened("libleaf.so", NOW);

    assertEquals(0, program.symbol(leaf, "__wasm_call_ctors"));
  }

  @Test
  void aHandleThatIsNoneIsAnError() {
    assertEquals(0, program.symbol(77, "main_service"));
    assertEquals(Optional.of("no library is open under handle 77"), program.error());
    assertEquals(-1, program.close(77));
    assertEquals(Optional.of("no library is open under handle 77"), program.error());
  }

  @Test
  void anErrorIsToldOnce() {
    program.open("libnope.so", NOW);

    assertEquals(Optional.of("libnope.so: cannot open: no test has it"), program.error());
    assertEquals(Optional.empty(), program.error());
  }

  @Test
  void theLastErrorIsTold() {
    program.open("libnope.so", NOW);
    program.symbol(DEFAULT, "nope");

    assertEquals(
        Optional.of(
            "dlmain.wasm: undefined symbol nope: searched dlmain.wasm, libmini.so, libdl.so"),
        program.error());
  }

  @Test
  void successLeavesAnEarlierErrorToBeTold() {
    program.open("libnope.so", NOW);
    program.opened("libleaf.so", LAZY);

    assertEquals(Optional.of("libnope.so: cannot open: no test has it"), program.error());
  }

  @Test
  void aMessageThatIsTooLongIsCut() {
    String name = "lib" + "o".repeat(1015) + ".so";
    program.open(name, NOW);

    assertEquals(
        Optional.of((name + ": cannot open: no test has it").substring(0, 1020) + "..."),
        program.error());
  }
}
