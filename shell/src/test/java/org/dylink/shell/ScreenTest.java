package org.dylink.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.apache.felix.service.command.Function;
import org.apache.felix.service.command.Process;
import org.dylink.linker.runtime.LibraryState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a command prints on, as Gogo's and Karaf's shells tell it. */
class ScreenTest {
  private final GogoShell shell = new GogoShell(new FakeLinker(), "");

  @BeforeEach
  void addLongNames() {
    shell.runtime().add(40, "l" + "ong-".repeat(20) + ".so", "1.0.0", LibraryState.FAILED);
  }

  @AfterEach
  void close() {
    shell.close();
  }

  private void terminal(Object columns, String type) {
    shell.session().put("#COLUMNS", (Function) (session, arguments) -> columns);
    shell.session().put("#TERM", (Function) (session, arguments) -> type);
  }

  private static int longest(String text) {
    return text.lines().mapToInt(String::length).max().orElseThrow();
  }

  @Test
  void withoutATerminalNothingIsBrokenOrColoured() {
    String table = shell.type("wasm:list");
    assertTrue(longest(table) > 80, table);
    assertFalse(table.contains("\u001b"), table);
  }

  @Test
  void atATerminalRowsFit() {
    terminal(80, "dumb");
    assertTrue(longest(shell.type("wasm:list")) <= 80);
    assertTrue(longest(shell.type("wasm:info 40")) <= 80);
    // Karaf's are strings.
    terminal("60", "dumb");
    assertTrue(longest(shell.type("wasm:list")) <= 60);
  }

  @Test
  void aTerminalThatDoesNotKnowItsWidthIsNone() {
    String table = shell.type("wasm:list");
    for (Object columns : new Object[] {0, 7, -1, "", "wide"}) {
      terminal(columns, "xterm");
      assertEquals(table, shell.type("wasm:list"), columns.toString());
    }
  }

  @Test
  void whatGoesIntoAPipeStaysWhole() {
    String table = shell.type("wasm:list");
    terminal(60, "xterm-256color");
    shell.add("gogo", "cat", new Cat());
    assertEquals(table, shell.type("wasm:list | cat"));
  }

  @Test
  void coloursAreForTerminalsThatHaveThem() {
    terminal(200, "dumb");
    assertFalse(shell.type("wasm:list").contains("\u001b"));
    terminal(200, "xterm");
    boolean refused = !System.getenv().getOrDefault("NO_COLOR", "").isEmpty();
    assertEquals(!refused, shell.type("wasm:list").contains("\u001b[31mfailed\u001b[0m"));
    shell.session().put("NO_COLOR", "1");
    assertFalse(shell.type("wasm:list").contains("\u001b"));
  }

  /** Copies its input. */
  public static final class Cat {
    public void cat() throws IOException {
      Process process = Process.Utils.current();
      process.in().transferTo(process.out());
    }
  }
}
