package org.dylink.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dylink.engine.GuestFrame;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.engine.host.ProgramExit;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Problem;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Program;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunProgramTest {
  private final FakeLinker linker = new FakeLinker();
  private final GogoShell shell = new GogoShell(linker, "typed");

  @AfterEach
  void close() {
    shell.close();
  }

  @Test
  void aProgramReadsAndWritesTheTerminalAndIsClosed() {
    linker.code = RunProgramTest::copyInput;
    assertEquals("typed", shell.type("wasm:run main.wasm"));
    assertEquals(Program.State.CLOSED, linker.linked().get(0).state());
    assertEquals(0, shell.session().get("exitCode"));
  }

  @Test
  void aProgramReadsAndWritesPipes() {
    linker.code = RunProgramTest::copyInput;
    String table = shell.type("wasm:list");
    assertEquals(table, shell.type("wasm:list | wasm:run main.wasm"));
  }

  @Test
  void anExitCodeIsPrintedUnlessItIsZero() {
    linker.code = program -> 3;
    assertEquals("main.wasm: exit code 3\n", shell.type("wasm:run main.wasm"));
    assertEquals(3, shell.session().get("exitCode"));
  }

  @Test
  void anExitCodeDecidesWhatFollows() {
    linker.code = program -> program.request().arguments().size() - 1;
    String list = shell.type("wasm:ps");
    assertEquals(list, shell.type("wasm:run main.wasm && wasm:ps"));
    assertEquals("main.wasm: exit code 1\n", shell.type("wasm:run main.wasm x && wasm:ps"));
    assertEquals("main.wasm: exit code 1\n" + list, shell.type("wasm:run main.wasm x || wasm:ps"));
  }

  @Test
  void librariesOfTheLineAreFoundAmongTheInstalledOnes() {
    shell.type(
        "wasm:run --preload libfoo.so@1.2.3 --preload=libbar.so --module helper=libfoo.so main.wasm");
    LinkRequest request = linker.linked().get(0).request();
    assertEquals(List.of("libfoo.so", "libbar.so"), request.preloads());
    assertEquals(Map.of("helper", linker.libraries().get(1)), request.modules());
    assertEquals(
        "no library is named libfo.so; did you mean libfoo.so?\n",
        shell.type("wasm:run --preload libfo.so main.wasm"));
    assertEquals(
        "--module: expected NAME=LIBRARY, found libfoo.so\n",
        shell.type("wasm:run --module libfoo.so main.wasm"));
    assertEquals(1, linker.linked().size());
  }

  @Test
  void aTraceIsPrintedAStepALine() {
    linker.code =
        program -> {
          program.request().trace().step("main.wasm", "placed: data 0x00000400 +8");
          return 0;
        };
    assertTrue(
        shell
            .type("wasm:run --trace main.wasm")
            .matches(" *[0-9]+\\.[0-9] ms  main.wasm: placed: data 0x00000400 \\+8\n"));
    assertEquals("", shell.type("wasm:run main.wasm"));
  }

  @Test
  void theLineBecomesTheRequest(@TempDir Path here) throws IOException {
    Path sub = Files.createDirectory(here.resolve("sub"));
    shell.session().currentDir(here);
    shell.type(
        "wasm:run -e A=1 --env B=x=y -d sub::/data --dir=/ --timeout 1.5 --engine fast"
            + " --stack-size 65536 --max-memory=1m --max-threads 5 --bind-now main.wasm -e null 007 1.10 ''");
    LinkRequest request = linker.linked().get(0).request();
    assertEquals(List.of("main.wasm", "-e", "null", "007", "1.10", ""), request.arguments());
    assertEquals(Map.of("A", "1", "B", "x=y"), request.environment());
    assertEquals(Map.of("/data", sub, "/", Path.of("/")), request.folders());
    assertEquals(Optional.of(Duration.ofMillis(1500)), request.timeout());
    assertEquals(Optional.of("fast"), request.engine());
    assertEquals(65536, request.stackSize());
    assertEquals(1048576, request.maxMemory());
    assertEquals(5, request.maxThreads());
    assertEquals(true, request.bindNow());
  }

  @Test
  void whatIsMissingIsPrintedLineByLine() {
    linker.problem =
        new LinkException(
            List.of(problem("libx.so: not found"), problem("liby.so: not found")), null);
    assertEquals("libx.so: not found\nliby.so: not found\n", shell.type("wasm:run main.wasm"));
    assertEquals(127, shell.session().get("exitCode"));
  }

  private static Problem problem(String message) {
    return new Problem(Reason.MISSING_LIBRARY, "", "", "", message);
  }

  @Test
  void aTrapIsPrintedWithTheGuestsStack() {
    linker.code = program -> trap(TrapKind.OUT_OF_BOUNDS_MEMORY, "address 0x00110000 +4");
    assertEquals(
        """
        main.wasm: trapped: out of bounds memory: address 0x00110000 +4
            at crash (libbar.so)
            at main (main.wasm)
        """,
        shell.type("wasm:run main.wasm"));
    assertEquals(134, shell.session().get("exitCode"));
  }

  @Test
  void aTimeoutHasItsOwnExitCode() {
    linker.code = program -> trap(TrapKind.TIMEOUT, "ran for 2 s");
    shell.type("wasm:run --timeout 2 main.wasm");
    assertEquals(124, shell.session().get("exitCode"));
  }

  private static int trap(TrapKind kind, String detail) {
    List<GuestFrame> stack =
        List.of(new GuestFrame("libbar.so", "crash"), new GuestFrame("main.wasm", "main"));
    throw new TrapException(kind, detail, stack, null);
  }

  @Test
  void aConstructorMayExitOrTrap() {
    linker.problem = new LinkException(List.of(problem("x")), new ProgramExit(5));
    assertEquals("main.wasm: exit code 5\n", shell.type("wasm:run main.wasm"));
    TrapException trap =
        new TrapException(
            TrapKind.UNREACHABLE, null, List.of(new GuestFrame("libbar.so", "init")), null);
    linker.problem = new LinkException(List.of(problem("libbar.so: constructor trapped")), trap);
    assertEquals(
        "libbar.so: constructor trapped\n    at init (libbar.so)\n",
        shell.type("wasm:run main.wasm"));
    assertEquals(134, shell.session().get("exitCode"));
  }

  @Test
  void aDeepStackIsCutShort() {
    linker.code =
        program -> {
          GuestFrame frame = new GuestFrame("main.wasm", "f");
          throw new TrapException(
              TrapKind.STACK_OVERFLOW, null, Collections.nCopies(52, frame), null);
        };
    assertEquals(
        "main.wasm: trapped: stack overflow\n"
            + "    at f (main.wasm)\n".repeat(50)
            + "    ... and 2 more\n",
        shell.type("wasm:run main.wasm"));
  }

  @Test
  void aWrongLineIsExplained() {
    assertEquals(
        "--max-memory: expected a size such as 65536, 64K or 1M, found much\n",
        shell.type("wasm:run --max-memory much main.wasm"));
    assertEquals(
        "-d: no such folder: /no/such\n", shell.type("wasm:run -d /no/such::/x main.wasm"));
    assertEquals(
        "no library is named nosuch; wasm:list shows all\n", shell.type("wasm:run nosuch"));
    assertEquals(
        "libfoo.so: cannot run: does not export _start\n", shell.type("wasm:run libfoo.so"));
    assertEquals(
        "--timeout: expected seconds such as 10 or 1.5, found soon\n",
        shell.type("wasm:run --timeout soon main.wasm"));
    assertEquals(
        "--timeout: expected more than 0 and at most a year, found 0\n",
        shell.type("wasm:run --timeout 0 main.wasm"));
    assertEquals(
        "--stack-size: stack size: expected 1 to 2147483647 bytes, found 0\n",
        shell.type("wasm:run --stack-size 0 main.wasm"));
    assertEquals("-e: expected NAME=VALUE, found HOME\n", shell.type("wasm:run -e HOME main.wasm"));
    assertEquals(2, shell.session().get("exitCode"));
  }

  static int copyInput(FakeProgram program) {
    try {
      OutputStream out = program.request().stdout();
      program.request().stdin().transferTo(out);
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void print(FakeProgram program, String text) {
    try {
      program.request().stdout().write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
