package org.dylink.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
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
  }

  @Test
  void theHelpOfRunIsLaidOutLikeThatOfOthers() {
    String run =
        """
        usage: wasm:run [OPTION]... NAME|ID [ARG]...
        links a library with all that it needs and runs it
          -e, --env K=V            sets an environment variable
          -d, --dir HOST[::GUEST]  grants a folder, under another name if one is given
          --timeout SECONDS        ends the program after that time
          --engine NAME            the engine to use, not the one that ranks highest
          --stack-size BYTES       the stack, with K, M or G; 1M if not given
          --max-memory BYTES       what the memory may grow to; 2G if not given
          --max-threads NUMBER     the threads that it may have at once; 1000 if not given
          --preload LIBRARY        a library that comes right after NAME in the search order
          --module NAME=LIBRARY    a plain module that serves the import module NAME
          --trace                  prints each step of the link
          --bind-now               fails if a function is undefined, called or not
          --raw                    the program gets each key as it is pressed, and echoes it
          -h, --help               prints this
        $exitCode has the exit code afterwards; Ctrl-C ends the program; with & it runs in the\
         background, where wasm:ps, wasm:map and wasm:kill find it; wasm:ps -a has its exit code
        """;
    assertEquals(run, shell.type("wasm:run --help"));
    assertEquals(run, shell.type("wasm:run -e A=B --trace -h main.wasm"));
    String narrow = RunArguments.help(new Screen(60, false));
    assertTrue(narrow.lines().allMatch(line -> line.length() <= 60), narrow);
    assertEquals(run.replaceAll("\\s", ""), usage(run) + narrow.replaceAll("\\s", ""));
  }

  private static String usage(String help) {
    return help.lines().limit(2).collect(Collectors.joining()).replaceAll("\\s", "");
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
        "no option --stat; did you mean --state? usage: wasm:list [-s STATE]\n",
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
