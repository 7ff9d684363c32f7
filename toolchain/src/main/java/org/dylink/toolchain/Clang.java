package org.dylink.toolchain;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A clang for WebAssembly, and how it is run. Threads may share it. */
public interface Clang {
  /** What a command line begins with: the program, absolute. Another version has another path. */
  Path path();

  /** Its major version, {@link FoundClang#OLDEST} or later. */
  int version();

  /** What a command that links needs, so that it takes the {@code wasm-ld} that fits. */
  List<String> linkFlags();

  /**
   * Runs a command to its end.
   *
   * @param line begins with {@link #path}
   * @param folder what relative paths start from
   * @return the exit code
   * @throws IOException if it cannot be run, or the thread is interrupted
   */
  int run(List<String> line, Path folder, ToolStreams streams) throws IOException;

  /**
   * Runs a command without input.
   *
   * @throws IOException if it cannot be run, or the thread is interrupted
   */
  default ToolRun run(List<String> line) throws IOException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int code = run(line, Path.of("").toAbsolutePath(), new ToolStreams(false, said, said));
    return new ToolRun(code, said.toString(ToolRun.CHARSET));
  }

  /**
   * Runs a command for what it prints.
   *
   * @param arguments without the program's own name
   * @param output a file for its standard output
   * @throws ToolchainException with what it says, if it fails
   * @throws IOException if it cannot be run, or the file cannot be written
   */
  default void print(List<String> arguments, Path output) throws ToolchainException, IOException {
    List<String> line = new ArrayList<>(List.of(path().toString()));
    line.addAll(arguments);
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int code;
    try (OutputStream file = Files.newOutputStream(output)) {
      code = run(line, Path.of("").toAbsolutePath(), new ToolStreams(false, file, said));
    }
    if (code != 0) {
      String why = said.toString(StandardCharsets.UTF_8).strip();
      throw new ToolchainException(path() + ": " + (why.isEmpty() ? "failed" : why));
    }
  }
}
