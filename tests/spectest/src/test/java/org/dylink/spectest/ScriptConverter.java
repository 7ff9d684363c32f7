package org.dylink.spectest;

import com.dylibso.chicory.wabt.Wast2Json;
import com.dylibso.chicory.wasi.WasiExitException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dylink.spectest.text.ScriptAssembler;

/**
 * Converts scripts to commands and modules. An assembler of our own knows all of WebAssembly 3.0
 * but vectors; scripts with those go to wabt's wast2json, compiled to WebAssembly and from there to
 * Java, so that nothing needs to be installed, once per build folder.
 */
final class ScriptConverter {
  private static final Path OUTPUT = Path.of("target", "spec");

  private ScriptConverter() {}

  /**
   * Converts a script of a suite.
   *
   * @throws IOException also if a script is not understood
   */
  static List<Command> convert(Path suite, String script) throws IOException {
    Path source = suite.resolve(script);
    Path folder = Files.createDirectories(OUTPUT.resolve(script));
    Path commands = folder.resolve("commands.json");
    if (!hasVectors(script, source)) {
      assemble(script, source, commands);
    } else if (!Files.exists(commands)
        || Files.getLastModifiedTime(commands).compareTo(Files.getLastModifiedTime(source)) < 0) {
      convert(source, commands);
    }
    return Command.read(commands);
  }

  private static boolean hasVectors(String script, Path source) throws IOException {
    // This one names what once was an instruction.
    return !script.endsWith("obsolete-keywords.wast")
        && new String(Files.readAllBytes(source), StandardCharsets.ISO_8859_1).contains("v128");
  }

  // Each time, for what it knows may change, and it is fast.
  private static void assemble(String script, Path source, Path commands) throws IOException {
    try {
      ScriptAssembler.assemble(source, commands, line -> Scope.reason(script, line).isPresent());
    } catch (IllegalArgumentException e) {
      throw new IOException(script + ": " + e.getMessage(), e);
    }
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
