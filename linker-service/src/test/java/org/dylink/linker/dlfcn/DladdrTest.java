package org.dylink.linker.dlfcn;

import static org.dylink.linker.testing.DlProgram.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.dylink.engine.Engine;
import org.dylink.linker.LinkException;
import org.dylink.linker.testing.DlProgram;
import org.dylink.linker.testing.DlProgram.Info;
import org.dylink.linker.testing.EachEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which library and symbol an address is in. */
@EachEngine
class DladdrTest {
  private final Engine engine;
  private final DlProgram program;

  DladdrTest(Engine engine) throws LinkException {
    this.engine = engine;
    this.program = DlProgram.start(engine);
  }

  @AfterEach
  void close() {
    program.close();
  }

  @Test
  void namesDataAndTheByteBehindItsStart() {
    int branch = program.opened("libbranch.so", NOW);
    int data = program.found(branch, "branch_data");

    Info expected = new Info("libbranch.so", base("libbranch.so"), "branch_data", data);
    assertEquals(Optional.of(expected), program.info(data));
    assertEquals(Optional.of(expected), program.info(data + 3));
  }

  @Test
  void namesTheLibraryAloneWhereNoSymbolIsBelow() {
    program.opened("libbranch.so", NOW);
    int base = base("libbranch.so");

    assertEquals(Optional.of(new Info("libbranch.so", base, null, 0)), program.info(base));
  }

  @Test
  void namesFunctionsWhereverTheirSlotsAre() {
    int branch = program.opened("libbranch.so", NOW);
    int own = program.found(branch, "branch_fn");
    int onDemand = program.found(branch, "branch_dirt");

    int base = base("libbranch.so");
    assertEquals(Optional.of(new Info("libbranch.so", base, "branch_fn", own)), program.info(own));
    assertEquals(
        Optional.of(new Info("libbranch.so", base, "branch_dirt", onDemand)),
        program.info(onDemand));
  }

  @Test
  void namesMainsFunctionsAndDataAlsoInItsOwnMemory() throws LinkException {
    assertNames(program, "dlmain.wasm");
    try (DlProgram nonPie = DlProgram.start(engine, "dlmain-nonpie.wasm")) {
      assertNames(nonPie, "dlmain-nonpie.wasm");
    }
  }

  @Test
  void knowsNothingOfNullTheStackTheHeapAndTheEnd() {
    assertEquals(Optional.empty(), program.info(0));
    assertEquals(Optional.empty(), program.info((int) program.map().stack().address()));
    assertEquals(Optional.empty(), program.info((int) program.map().heapBase() + 64));
    assertEquals(Optional.empty(), program.info(-1));
  }

  @Test
  void knowsNothingOfWhatIsUnloaded() {
    int leaf = program.opened("libleaf.so", NOW);
    int function = program.found(leaf, "leaf_fn");
    int data = program.found(leaf, "leaf_data");
    program.close(leaf);

    assertEquals(Optional.empty(), program.info(function));
    assertEquals(Optional.empty(), program.info(data));
  }

  private static void assertNames(DlProgram program, String main) {
    int self = program.openProgram(NOW);
    int function = program.found(self, "main_service");
    int data = program.found(self, "main_data");
    assertEquals("main_service", program.info(function).orElseThrow().symbol());
    assertEquals("main_data", program.info(data).orElseThrow().symbol());
    assertEquals(main, program.info(data).orElseThrow().file());
  }

  private int base(String library) {
    return program.map().libraries().stream()
        .filter(loaded -> loaded.library().name().equals(library))
        .mapToInt(loaded -> (int) loaded.data().address())
        .findFirst()
        .orElseThrow();
  }
}
