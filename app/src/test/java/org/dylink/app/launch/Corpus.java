package org.dylink.app.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/**
 * Programs in folders, a case each: {@code run*.args} has arguments, {@code expected*.txt} what is
 * printed then.
 *
 * @param folder the cases
 * @param libraries more folders for {@code -L}, as seen from a case
 */
record Corpus(Path folder, List<String> libraries) {
  /** The programs of ../shared/corpus; its README.md tells how they are laid out. */
  static final Corpus SHARED = new Corpus(shared("corpus"), List.of("../_libs"));

  /** The same of programs with threads. */
  static final Corpus THREADS = new Corpus(shared("threads/corpus"), List.of("../_libs"));

  private static final String LINKER = "org.dylink.linker.Linker";

  private static Path shared(String name) {
    Path shared = Path.of(System.getProperty("dylink.shared", "../../shared"));
    return name.equals("corpus")
        ? Path.of(System.getProperty("dylink.corpus", shared.resolve(name).toString()))
            .toAbsolutePath()
        : shared.resolve(name).toAbsolutePath();
  }

  /**
   * Keeps what engines make of a library that many runs have: compiling libc.so takes seconds. What
   * was installed before a program stays when it ends, and what was compiled stays while the linker
   * has a user.
   */
  static void keep(EmbeddedFramework framework, Path library) throws Exception {
    BundleContext context = framework.context();
    // All: the linker's classes in the framework are others than those of this test's class path.
    ServiceReference<?>[] linkers = context.getAllServiceReferences(LINKER, null);
    assertNotNull(context.getService(linkers[0]));
    Path file = library.toRealPath();
    context.installBundle("wasm:" + file.toUri() + "?name=" + file.getFileName()).start();
  }

  /** Skips a test where the corpus is not there. */
  void assumeThere() {
    assumeTrue(Files.isDirectory(folder), () -> "no corpus at " + folder);
  }

  /** One of the runs. */
  Run run(String name, String suffix, String engine) {
    return new Run(this, name, suffix, engine);
  }

  /** All runs of all cases. */
  List<Run> runs(String engine) throws IOException {
    List<Run> runs = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path each : files) {
        runs.addAll(runs(each, engine));
      }
    }
    return runs;
  }

  private List<Run> runs(Path program, String engine) throws IOException {
    List<Run> runs = new ArrayList<>();
    if (Files.isDirectory(program)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(program, "run*.args")) {
        for (Path each : files) {
          String name = each.getFileName().toString();
          String suffix = name.substring("run".length(), name.length() - ".args".length());
          runs.add(run(program.getFileName().toString(), suffix, engine));
        }
      }
    }
    return runs;
  }

  /**
   * One run of a program.
   *
   * @param name the case, such as {@code 01-hello}
   * @param suffix what tells it from the case's other runs, such as {@code 2} of {@code run2.args}
   * @param engine the engine that runs it
   */
  record Run(Corpus corpus, String name, String suffix, String engine) {
    Path path() {
      return corpus.folder().resolve(name);
    }

    List<String> commandLine() throws IOException {
      List<String> line = new ArrayList<>(List.of("run", "--engine", engine, "-L", "."));
      corpus.libraries().forEach(folder -> line.addAll(List.of("-L", folder)));
      Path stack = path().resolve("stack");
      if (Files.exists(stack)) {
        line.add("--stack-size=" + Files.readString(stack).strip());
      }
      String args = Files.readString(path().resolve("run" + suffix + ".args")).strip();
      line.addAll(List.of(args.split("\\s+")));
      return line;
    }

    /** Standard output, then a line {@code exit=N}; 1 stands for whatever is not 0. */
    String expected() throws IOException {
      return Files.readString(path().resolve("expected" + suffix + ".txt"));
    }

    /** Runs it, and asserts that it prints what is expected and leaves no bundle. */
    void assertPrinted(EmbeddedFramework framework) throws Exception {
      List<String> before = bundles(framework);
      RecordedCall call = new RecordedCall(path(), "", commandLine());
      assertEquals(expected(), actual(framework, call), call.err());
      assertEquals(before, bundles(framework));
    }

    private static List<String> bundles(EmbeddedFramework framework) {
      return Arrays.stream(framework.context().getBundles()).map(Bundle::getLocation).toList();
    }

    /** What is printed, in the form of {@link #expected}. */
    private String actual(EmbeddedFramework framework, RecordedCall call) throws Exception {
      int code = framework.call(call.launch());
      int shown = expected().endsWith("exit=1\n") && code != 0 ? 1 : code;
      return call.out() + "exit=" + shown + "\n";
    }

    @Override
    public String toString() {
      return name + "/run" + suffix + " " + engine;
    }
  }
}
