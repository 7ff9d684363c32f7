package org.dylink.app.launch;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The programs of ../shared/corpus; its README.md tells how they are laid out. */
final class Corpus {
  static final Path FOLDER =
      Path.of(System.getProperty("dylink.corpus", "../../shared/corpus")).toAbsolutePath();

  private Corpus() {}

  /** Skips a test where the corpus is not there. */
  static void assumeThere() {
    assumeTrue(Files.isDirectory(FOLDER), "no corpus at " + FOLDER);
  }

  /**
   * One run of a program.
   *
   * @param folder the case, such as {@code 01-hello}
   * @param name what tells it from the case's other runs, such as {@code 2} of {@code run2.args}
   * @param engine the engine that runs it
   */
  record Run(String folder, String name, String engine) {
    Path path() {
      return FOLDER.resolve(folder);
    }

    List<String> commandLine() throws IOException {
      List<String> line =
          new ArrayList<>(List.of("run", "--engine", engine, "-L", ".", "-L", "../_libs"));
      Path stack = path().resolve("stack");
      if (Files.exists(stack)) {
        line.add("--stack-size=" + Files.readString(stack).strip());
      }
      String args = Files.readString(path().resolve("run" + name + ".args")).strip();
      line.addAll(List.of(args.split("\\s+")));
      return line;
    }

    /** Standard output, then a line {@code exit=N}; 1 stands for whatever is not 0. */
    String expected() throws IOException {
      return Files.readString(path().resolve("expected" + name + ".txt"));
    }

    @Override
    public String toString() {
      return folder + "/run" + name + " " + engine;
    }
  }
}
