package org.dylink.spectest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dylink.spectest.text.ScriptAssembler;

/** Converts scripts to commands and modules, which are left in the build folder to be looked at. */
final class ScriptConverter {
  private static final Path OUTPUT = Path.of("target", "spec");

  private ScriptConverter() {}

  /**
   * Converts a script of a suite.
   *
   * @throws IOException also if a script is not understood
   */
  static List<Command> convert(Path suite, String script) throws IOException {
    Path folder = Files.createDirectories(OUTPUT.resolve(script));
    Path commands = folder.resolve("commands.json");
    try {
      ScriptAssembler.assemble(
          suite.resolve(script), commands, line -> Scope.reason(script, line).isPresent());
    } catch (IllegalArgumentException e) {
      throw new IOException(script + ": " + e.getMessage(), e);
    }
    return Command.read(commands);
  }
}
