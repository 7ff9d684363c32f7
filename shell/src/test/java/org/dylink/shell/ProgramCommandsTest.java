package org.dylink.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.dylink.linker.Program;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProgramCommandsTest {
  private final FakeLinker linker = new FakeLinker();
  private final GogoShell shell = new GogoShell(linker, "");

  @AfterEach
  void close() {
    shell.close();
  }

  @Test
  void psPrintsATable() {
    linker.link();
    linker.code = program -> 3;
    linker.link().run();
    assertEquals("", shell.type("wasm:ps"));
  }

  @Test
  void psPrintsHeadingsOfNothing() {
    assertEquals("", shell.type("wasm:ps"));
  }

  @Test
  void mapDrawsTheAddressSpace() {
    linker.link();
    assertEquals("", shell.type("wasm:map 1"));
    assertEquals(shell.type("wasm:map 1"), shell.type("wasm:map main.wasm"));
  }

  @Test
  void killStopsByIdAndByName() {
    FakeProgram first = linker.link();
    assertEquals("", shell.type("wasm:kill main.wasm"));
    assertEquals("killed by wasm:kill", first.awaitStop());
    FakeProgram second = linker.link();
    assertEquals("", shell.type("wasm:kill 2"));
    assertEquals("killed by wasm:kill", second.awaitStop());
  }

  @Test
  void killStopsNothingIfOneIdIsUnknown() {
    FakeProgram program = linker.link();
    assertEquals(
        "no program has the id or name 7; wasm:ps shows all\n", shell.type("wasm:kill 1 7"));
    assertEquals(Program.State.READY, program.state());
  }

  @Test
  void aNameOfSeveralProgramsIsNotEnough() {
    linker.link();
    linker.link();
    assertEquals(
        "2 programs are named main.wasm: give one of the ids 1, 2\n",
        shell.type("wasm:map main.wasm"));
  }

  @Test
  void aMissingIdIsAskedFor() {
    assertEquals("usage: wasm:map ID\n", shell.type("wasm:map"));
    assertEquals("usage: wasm:kill ID...\n", shell.type("wasm:kill"));
  }
}
