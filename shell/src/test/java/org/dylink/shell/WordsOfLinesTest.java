package org.dylink.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.dylink.linker.runtime.LibraryState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each command makes of words that it does not expect. */
class WordsOfLinesTest {
  private final FakeLinker linker = new FakeLinker();
  private final GogoShell shell = new GogoShell(linker, "");

  @AfterEach
  void close() {
    shell.close();
  }

  @ParameterizedTest
  @CsvSource({
    "list [-s STATE]",
    "info NAME|ID",
    "why NAME|ID",
    "symbols [-p PATTERN] NAME|ID",
    "ldd [--dot] NAME|ID",
    "load FILE|URL...",
    "unload [-f] NAME|ID...",
    "reload [-f] NAME|ID...",
    "replace [-n] NAME [PROGRAM]",
    "ps [-a] [-t]",
    "map [--svg] PROGRAM",
    "kill PROGRAM...",
    "services",
    "configured"
  })
  void everyCommandTellsItsUsage(String usage) {
    String command = "wasm:" + usage.replaceFirst(" .*", "");
    String line = "usage: wasm:" + usage + "\n";
    assertEquals("no option -x; " + line, shell.type(command + " -x"));
    assertEquals("no option --no; " + line, shell.type(command + " --no=1"));
    assertEquals("expected words, found a map; " + line, shell.type(command + " [a=b]"));
    for (String help : List.of("-h", "--help")) {
      assertTrue(shell.type(command + " " + help).startsWith(line), command);
      assertTrue(shell.type(command + " a b " + help).startsWith(line), command);
    }
  }

  @ParameterizedTest
  @CsvSource({"info", "why", "symbols", "ldd", "load", "unload", "reload", "map", "kill"})
  void aWordThatIsMissingIsAskedFor(String command) {
    assertTrue(shell.type("wasm:" + command).startsWith("usage: wasm:" + command + " "));
    // As in other shells a variable without a value is no word.
    assertTrue(shell.type("wasm:" + command + " $unset").startsWith("usage: wasm:" + command));
  }

  @ParameterizedTest
  @CsvSource({"info", "why", "symbols", "ldd", "map", "list", "ps"})
  void aWordTooManyIsToldWithTheUsage(String command) {
    assertTrue(shell.type("wasm:" + command + " a b").startsWith("usage: wasm:" + command + " "));
    assertTrue(shell.type("wasm:" + command + " [a b]").startsWith("usage: wasm:" + command + " "));
  }

  @Test
  void theHelpHasALineForEachWord() {
    assertEquals(
        """
        usage: wasm:symbols [-p PATTERN] NAME|ID
        lists the symbols of a library or a program, who defines and who uses them
          -p, --pattern  only names that contain this, or that match it: -p 'str*', quoted
          NAME|ID        NAME or NAME@VERSION of a library, or the id of a program
          -h, --help     prints this
        """,
        shell.type("wasm:symbols --help"));
    assertEquals(
        """
        usage: wasm:replace [-n] NAME [PROGRAM]
        puts a library in the place of the one of its name, while programs run
          -n, --dry-run   tells what would happen, symbol by symbol, and does nothing
          NAME [PROGRAM]  NAME or NAME@VERSION of a library; id or name of a program
          -h, --help      prints this
        """,
        shell.type("wasm:replace --help"));
    String run = "usage: wasm:run " + RunArguments.USAGE + "\n";
    assertEquals(run, shell.type("wasm:run --help"));
    assertEquals(run, shell.type("wasm:run -e A=B --trace -h main.wasm"));
  }

  @Test
  void theHelpIsPrintedAndNotReturned() throws Exception {
    for (String line : List.of("wasm:list --help", "wasm:run --help")) {
      assertNull(shell.session().execute(line));
      assertTrue(shell.takeOutput().startsWith("usage: wasm:"), line);
    }
  }

  @Test
  void optionsTakeTheirValuesInEachForm() {
    String none = shell.type("wasm:list -s failed");
    assertEquals(none, shell.type("wasm:list --state failed"));
    assertEquals(none, shell.type("wasm:list --state=failed"));
    assertEquals(
        "-s: expected a value behind it; usage: wasm:list [-s STATE]\n",
        shell.type("wasm:list -s"));
    assertEquals(
        "--all takes no value; usage: wasm:ps [-a] [-t]\n", shell.type("wasm:ps --all=yes"));
  }

  @Test
  void optionsMayStandBehindNamesAndEndAtTwoDashes() {
    String all = shell.type("wasm:unload -f -- -x");
    assertEquals("no library is named -x; wasm:list shows all\n", all);
    assertEquals(
        "no library is named nosuch; wasm:list shows all\n", shell.type("wasm:unload nosuch -f"));
  }

  @Test
  void aListIsItsWordsAndAnObjectItsName() {
    assertEquals("no library is named a; wasm:list shows all\n", shell.type("wasm:unload [a b]"));
    shell.runtime().add(40, "libx.so", "1.2.0", LibraryState.WAITING);
    String info = shell.type("wasm:why libx.so");
    assertFalse(info.isEmpty());
    assertEquals(info, shell.type("wasm:why libx.so@1.2.0"));
    assertEquals(info, shell.type("wasm:why ((wasm:list -s waiting) get 0)"));
  }

  @Test
  void aSlipIsToldWithWhatMayHaveBeenMeant() {
    shell.runtime().add(40, "libpng.so", "1.2.0", LibraryState.WAITING);
    assertEquals(
        "no library is named libpgn.so; did you mean libpng.so?\n",
        shell.type("wasm:info libpgn.so"));
    assertEquals(
        "no library is named libpng.so@1.2.1; did you mean libpng.so@1.2.0?\n",
        shell.type("wasm:why libpng.so@1.2.1"));
    assertEquals(
        "no library is named linpng.so; did you mean libpng.so?\n",
        shell.type("wasm:unload linpng.so"));
    assertEquals(
        "no option --stat; did you mean --state?; usage: wasm:list [-s STATE]\n",
        shell.type("wasm:list --stat waiting"));
    assertEquals(
        "no option --tarce; did you mean --trace?\n", shell.type("wasm:run --tarce main.wasm"));
    // A number is an id, and the next one is somebody else's.
    assertEquals("no bundle 41 has a library; wasm:list shows all\n", shell.type("wasm:info 41"));
  }

  @Test
  void whatAProgramGetsStaysAsItWasTyped() {
    shell.type("wasm:run main.wasm -h --no 007 $unset [a b]");
    assertEquals(
        List.of("main.wasm", "-h", "--no", "007", "a", "b"),
        linker.linked().get(0).request().arguments());
  }
}
