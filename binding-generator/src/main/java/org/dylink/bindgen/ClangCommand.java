package org.dylink.bindgen;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A compiler, from release 15 on: a program of this machine, or whatever else runs it. */
@FunctionalInterface
public interface ClangCommand {
  /**
   * Runs it.
   *
   * @param arguments without the program's own name
   * @param output a file for its standard output
   * @throws BindingsException with what it says, if it fails
   * @throws IOException if it cannot be run, or the file cannot be written
   */
  void run(List<String> arguments, Path output) throws BindingsException, IOException;

  /**
   * A program of this machine.
   *
   * @param command its path, or a name that the PATH has
   */
  static ClangCommand at(String command) {
    return new ClangProcess(command);
  }
}
