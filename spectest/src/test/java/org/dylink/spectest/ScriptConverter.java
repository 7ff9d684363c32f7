package org.dylink.spectest;

import com.dylibso.chicory.wabt.Wast2Json;
import com.dylibso.chicory.wasi.WasiExitException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Converts scripts to commands and modules, once per build folder. The tool is wabt's wast2json,
 * compiled to WebAssembly and from there to Java, so that nothing needs to be installed.
 */
final class ScriptConverter {
  private static final Path OUTPUT = Path.of("target", "spec");

  private ScriptConverter() {}

  /**
   * Converts a script of a suite.
   *
   * @throws IOException also if the tool does not understand the script
   */
  static List<Command> convert(Path suite, String script) throws IOException {
    Path source = suite.resolve(script);
    Path folder = OUTPUT.resolve(script);
    Path commands = folder.resolve("commands.json");
    if (!Files.exists(commands)
        || Files.getLastModifiedTime(commands).compareTo(Files.getLastModifiedTime(source)) < 0) {
      Files.createDirectories(folder);
      convert(source, commands);
    }
    return Command.read(commands);
  }

  private static void convert(Path source, Path commands) throws IOException {
    try {
      Wast2Json.builder()
          .withFile(source.toFile())
          .withOutput(commands.toFile())
          .withOptions(new String[] {"--enable-all"})
          .build()
          .process();
    } catch (WasiExitException e) {
      throw new IOException(source + ": wast2json cannot convert it", e);
    }
  }
}
