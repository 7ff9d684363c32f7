package org.dylink.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CompleteNamesTest {
  private final GogoShell shell = new GogoShell(new FakeLinker(), "");
  private final List<String> completed = new ArrayList<>();

  CompleteNamesTest() {
    shell.add("gogo", "complete", this);
    shell.add(new CompleteNames());
  }

  @AfterEach
  void close() {
    shell.close();
  }

  /** Stands in for the command of Gogo's JLine shell. */
  public void complete(String... words) {
    completed.add(words[1] + " " + words[3].replaceFirst(".*each \\((\\S+)\\).*", "$1"));
  }

  @Test
  void aSessionWithCompletionsGetsOursOnce() {
    shell.session().put(".completions", Map.of());
    shell.type("wasm:list");
    shell.type("wasm:list");
    assertEquals(
        List.of(
            "wasm:info wasm:list",
            "wasm:symbols wasm:list",
            "wasm:ldd wasm:list",
            "wasm:run wasm:list",
            "wasm:map wasm:ps",
            "wasm:kill wasm:ps"),
        completed);
  }

  @Test
  void aSessionWithoutCompletionsIsLeftAlone() {
    shell.type("wasm:list");
    assertEquals(List.of(), completed);
  }
}
