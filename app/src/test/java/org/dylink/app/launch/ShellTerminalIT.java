package org.dylink.app.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that read the keyboard in the shell: {@code src/test/native} has their source. */
final class ShellTerminalIT {
  private static final String PROMPT = "g!";
  private static final String DELETE = "\u007f";
  private static final String CTRL_C = "\u0003";
  private static final String CTRL_D = "\u0004";
  private static final String CTRL_U = "\u0015";
  private static final String CTRL_W = "\u0017";
  private static final String CTRL_Z = "\u001a";

  @TempDir private Path folder;
  @TempDir private Path home;
  private PseudoTerminal terminal;

  @BeforeEach
  void startTheShell() throws Exception {
    assumeTrue(PseudoTerminal.isPossible(), "no script of util-linux here, which makes a terminal");
    for (String name : List.of("lines.wasm", "keys.wasm")) {
      Files.copy(Path.of("src/test/native", name), folder.resolve(name));
    }
    terminal = PseudoTerminal.start(folder, home, "shell");
    terminal.await(PROMPT);
    terminal.type("wasm:load lines.wasm keys.wasm\r");
    terminal.await("wasm.keys.wasm 0.0.0");
    terminal.await(PROMPT);
  }

  @AfterEach
  void end() {
    if (terminal != null) {
      terminal.close();
    }
  }

  private void run(String line, String first) throws IOException, InterruptedException {
    terminal.type(line + "\r");
    terminal.await(first);
  }

  /** The shell's own line editor has the terminal again, and takes and edits a line. */
  private void expectTheShell() throws IOException, InterruptedException {
    terminal.await(PROMPT);
    terminal.type("echo ba" + DELETE + "ack to the shell\r");
    terminal.await("\nback to the shell");
    terminal.await(PROMPT);
  }

  private String answer(String keys, String answer) throws IOException, InterruptedException {
    terminal.type(keys);
    String shown = terminal.await(answer + "\r\n? ");
    return shown.substring(0, shown.indexOf(answer));
  }

  @Test
  void aProgramReadsLinesThatCanBeCorrected() throws Exception {
    run("wasm:run lines.wasm", "? ");
    assertEquals("hellx\b \bo\r\n", answer("hellx" + DELETE + "o\r", "6: hello\\0a"));
    answer("é" + DELETE + "\r", "1: \\0a");
    answer("foo bar" + CTRL_W + "x\r", "6: foo x\\0a");
    answer("foo" + CTRL_U + "bar\r", "4: bar\\0a");
    assertEquals("part", answer("part" + CTRL_D, "4: part"));
    terminal.type(CTRL_D);
    terminal.await("end: 0");
    expectTheShell();
  }

  @Test
  void ctrlCEndsItAndTakesNoKey() throws Exception {
    run("wasm:run lines.wasm ; echo not reached", "? ");
    terminal.type("abc");
    terminal.await("abc");
    terminal.type(CTRL_C);
    assertEquals("^C\r\ninterrupted", terminal.await("interrupted"));
    expectTheShell();
    terminal.type("echo $exitCode\r");
    terminal.await("\n130");
  }

  @Test
  void ctrlZLeavesTheKeysToTheShellUntilFg() throws Exception {
    run("wasm:run lines.wasm", "? ");
    terminal.type(CTRL_Z);
    terminal.await("suspended");
    expectTheShell();
    terminal.type("fg\r");
    terminal.await("foreground");
    answer("again\r", "6: again\\0a");
    terminal.type(CTRL_D);
    terminal.await("end: 0");
    expectTheShell();
  }

  @Test
  void onTheAlternateScreenItGetsKeys() throws Exception {
    run("wasm:run keys.wasm", "keys\r\n");
    terminal.type("a");
    assertEquals("key 61\r\n", terminal.await("\n"));
    terminal.type("\r");
    assertEquals("key 0d\r\n", terminal.await("\n"));
    terminal.type(CTRL_D);
    assertEquals("key 04\r\n", terminal.await("\n"));
    terminal.type("q");
    terminal.await("gone");
    expectTheShell();
  }

  @Test
  void anOptionGivesItKeysFromTheStart() throws Exception {
    run("wasm:run --raw lines.wasm", "? ");
    assertEquals("", answer("x", "1: x"));
    terminal.type(CTRL_C);
    terminal.await("interrupted");
    expectTheShell();
  }

  @Test
  void theTerminalIsAsItWasWhenTheShellEnds() throws Exception {
    run("wasm:run lines.wasm", "? ");
    terminal.type(CTRL_D);
    terminal.await("end: 0");
    terminal.await(PROMPT);
    terminal.type("exit\r");
    assertEquals(0, terminal.end());
  }
}
