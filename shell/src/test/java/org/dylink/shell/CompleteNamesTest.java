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
    completed.add(
        String.join(" ", words).replaceFirst("-c (.*)__wasm = .*each \\((\\S+)\\).*", "-c $1$2"));
  }

  @Test
  void aSessionWithCompletionsGetsOursOnce() {
    shell.session().put(".completions", Map.of());
    shell.type("wasm:list");
    shell.type("wasm:list");
    assertEquals(
        List.of(
            "-c wasm:list -s s -l state -a [discovered waiting available withdrawn failed]",
            "-c wasm:info -a wasm:list",
            "-c wasm:why -a wasm:list",
            "-c wasm:symbols -s p -l pattern",
            "-c wasm:symbols -a wasm:list",
            "-c wasm:ldd -l dot",
            "-c wasm:ldd -a wasm:list",
            "-c wasm:load -a __files",
            "-c wasm:unload -s f -l force",
            "-c wasm:unload -a wasm:list",
            "-c wasm:reload -s f -l force",
            "-c wasm:reload -a wasm:list",
            "-c wasm:replace -s n -l dry-run",
            "-c wasm:replace -a wasm:list",
            "-c wasm:run -s e -l env",
            "-c wasm:run -s d -l dir",
            "-c wasm:run -l timeout",
            "-c wasm:run -l engine",
            "-c wasm:run -l stack-size",
            "-c wasm:run -l max-memory",
            "-c wasm:run -l max-threads",
            "-c wasm:run -l preload -a wasm:list",
            "-c wasm:run -l module",
            "-c wasm:run -l trace",
            "-c wasm:run -l bind-now",
            "-c wasm:run -l raw",
            "-c wasm:run -a wasm:list",
            "-c wasm:ps -s a -l all",
            "-c wasm:ps -s t -l threads",
            "-c wasm:map -l svg",
            "-c wasm:map -a wasm:ps",
            "-c wasm:kill -a wasm:ps"),
        completed);
  }

  @Test
  void aSessionWithoutCompletionsIsLeftAlone() {
    shell.type("wasm:list");
    assertEquals(List.of(), completed);
  }
}
