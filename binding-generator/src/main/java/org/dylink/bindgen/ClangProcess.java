package org.dylink.bindgen;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Clang as a process. */
record ClangProcess(String command) implements ClangCommand {
  @Override
  public void run(List<String> arguments, Path output) throws BindingsException, IOException {
    List<String> line = new ArrayList<>(List.of(command));
    line.addAll(arguments);
    Path messages = Files.createTempFile("dylink-clang", ".txt");
    try {
      Process process = start(line, output, messages);
      if (end(process) != 0) {
        String said = new String(Files.readAllBytes(messages), StandardCharsets.UTF_8).strip();
        throw new BindingsException(command + ": " + (said.isEmpty() ? "failed" : said));
      }
    } finally {
      Files.delete(messages);
    }
  }

  private Process start(List<String> line, Path output, Path messages)
      throws BindingsException, IOException {
    try {
      Process process =
          new ProcessBuilder(line)
              .redirectOutput(output.toFile())
              .redirectError(messages.toFile())
              .start();
      process.getOutputStream().close();
      return process;
    } catch (IOException e) {
      // The operating system's reasons are long and tell no more.
      throw new BindingsException(command + ": cannot be run: is clang installed?", e);
    }
  }

  private static int end(Process process) throws IOException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
