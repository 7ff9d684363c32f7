package org.dylink.spectest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.dylink.engine.Engine;
import org.dylink.engine.jvm.JvmEngine;
import org.dylink.spectest.Outcome.Verdict;
import org.dylink.spectest.text.ScriptAssembler;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Scripts as the spec suite has them, of what it leaves out or what this engine does its own way.
 */
class OwnScriptsTest {
  private static final List<Engine> ENGINES = List.of(new JvmEngine(), JvmEngine.verifyingAtOnce());

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"references", "tail-calls", "collected", "hints"})
  void passes(String name) throws IOException, URISyntaxException {
    Path script = Path.of(OwnScriptsTest.class.getResource("own/" + name + ".wast").toURI());
    Path commands = folder.resolve("commands.json");
    ScriptAssembler.assemble(script, commands, line -> false);
    for (Engine engine : ENGINES) {
      List<Outcome> failures =
          ScriptRun.run(name, Command.read(commands), engine).stream()
              .filter(outcome -> outcome.verdict() != Verdict.PASSED)
              .toList();
      assertEquals(List.of(), failures);
    }
  }
}
