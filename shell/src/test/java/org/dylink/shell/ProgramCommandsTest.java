package org.dylink.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.linker.Program;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProgramCommandsTest {
  private static final String HEADINGS =
      "ID  NAME  STATE  EXIT CODE  ENGINE  LIBRARIES  MEMORY (KiB)  UPTIME  FAILURE\n";

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
    assertEquals(
        """
        ID  NAME       STATE   EXIT CODE  ENGINE  LIBRARIES  MEMORY (KiB)  UPTIME  FAILURE
         1  main.wasm  ready   -          fake            1          1088  1m 5s   -
         2  main.wasm  exited  3          fake            1          1088  -       -
        """,
        shell.type("wasm:ps"));
  }

  @Test
  void psPrintsHeadingsOfNothing() {
    assertEquals(HEADINGS, shell.type("wasm:ps"));
  }

  @Test
  void psPrintsWhatWasRunToItsEnd() {
    linker.code = program -> 3;
    shell.type("wasm:run main.wasm");
    linker.code =
        program -> {
          throw new TrapException(TrapKind.UNREACHABLE, "unreachable");
        };
    shell.type("wasm:run main.wasm");
    linker.link();
    assertEquals(
        """
        ID  NAME       STATE   EXIT CODE  ENGINE  LIBRARIES  MEMORY (KiB)  UPTIME  FAILURE
         1  main.wasm  exited  3          fake            1          1088  -       -
         2  main.wasm  failed  -          fake            1          1088  -       unreachable
         3  main.wasm  ready   -          fake            1          1088  1m 5s   -
        """,
        shell.type("wasm:ps -a"));
  }

  @Test
  void psForgetsAllButTheLastThatHaveEnded() {
    for (int i = 0; i < 22; i++) {
      shell.type("wasm:run main.wasm");
    }
    List<String> ids =
        shell
            .type("wasm:ps --all")
            .lines()
            .skip(1)
            .map(line -> line.substring(0, 2).strip())
            .toList();
    assertEquals(IntStream.rangeClosed(3, 22).mapToObj(String::valueOf).toList(), ids);
    assertEquals(HEADINGS, shell.type("wasm:ps"));
  }

  @Test
  void psPrintsTheThreadsOfEachProgram() {
    StringBuilder seen = new StringBuilder();
    linker.code =
        program -> {
          seen.append(shell.type("wasm:ps -t"));
          return 0;
        };
    linker.link().run();
    linker.link();
    assertEquals(
        """
        ID  NAME       THREAD  STATE          JAVA THREAD
         1  main.wasm       0  timed waiting  main
         1  main.wasm       1  runnable       one
        """,
        seen.toString());
    assertEquals(
        """
        ID  NAME       THREAD  STATE  JAVA THREAD
         1  main.wasm       0  -      -
         2  main.wasm       0  -      -
        """,
        shell.type("wasm:ps --threads"));
  }

  @Test
  void psPrintsHeadingsOfNoThreads() {
    assertEquals("ID  NAME  THREAD  STATE  JAVA THREAD\n", shell.type("wasm:ps -t"));
  }

  @Test
  void mapDrawsTheAddressSpace() {
    linker.link();
    String expected =
        """
        FROM        TO            BYTES  SLOTS  LIBRARY                       BUNDLE
        0x00000400  0x00100400  1048576         [stack]
        0x00100400  0x00100420       32  1 +2   main.wasm                     org.example.main 1.0.0
        0x00100410  0x00100418        8         [TLS of main.wasm, thread 0]
        0x00100420  0x00110000    64480         [heap]
        0x00100800  0x00100840       64         [free]
        0x00110000  0x00118000    32768         [stack, thread 1]
        0x00110840  0x00110848        8         [TLS of main.wasm, thread 1]
        memory: 17 pages of at most 65536, 64 KiB each; table: 3 slots, 1 of them free
        """;
    assertEquals(expected, shell.type("wasm:map 1"));
    assertEquals(expected, shell.type("wasm:map main.wasm"));
  }

  @Test
  void symbolsOfAProgramAreThoseThatAreBound() {
    linker.link();
    assertEquals(
        """
        NAME   KIND      TYPE  FLAGS  DEFINED BY  ADDRESS     USED BY
        puts   function  -            host env    slot 3      main.wasm
        errno  data      i32          main.wasm   0x00100408  main.wasm, main.wasm
        """,
        shell.type("wasm:symbols 1"));
    assertEquals(
        """
        NAME  KIND      TYPE  FLAGS  DEFINED BY  ADDRESS  USED BY
        puts  function  -            host env    slot 3   main.wasm
        """,
        shell.type("wasm:symbols -p put 1"));
    assertEquals(
        "no program has the id or name 7; wasm:ps shows all\n", shell.type("wasm:symbols 7"));
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
    assertEquals("usage: wasm:map [--svg] PROGRAM\n", shell.type("wasm:map"));
    assertEquals("usage: wasm:kill PROGRAM...\n", shell.type("wasm:kill"));
  }
}
