package org.dylink.spectest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The suite's folder. It is no part of the project: it lies in the folder {@code shared/spec}
 * beside it, or where the system property {@code dylink.spec} says. Tests that need it are skipped
 * where it is missing.
 */
final class SpecSuite {
  static final String PROPERTY = "dylink.spec";
  private static final String SUFFIX = ".wast";

  private SpecSuite() {}

  /** All scripts by their paths in the suite, such as {@code core/linking.wast}. */
  static List<String> scripts(Path suite) {
    try (Stream<Path> files = Files.walk(suite)) {
      return files
          .map(f -> suite.relativize(f).toString())
          .filter(f -> f.endsWith(SUFFIX))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The suite's folder, if it is there. */
  static Optional<Path> find() {
    String configured = System.getProperty(PROPERTY);
    if (configured != null) {
      return Optional.of(Path.of(configured));
    }
    // Surefire runs in the module's folder, an IDE perhaps in the project's.
    return Stream.iterate(Path.of("").toAbsolutePath(), p -> p != null, Path::getParent)
        .map(folder -> folder.resolveSibling("shared").resolve("spec"))
        .filter(Files::isDirectory)
        .findFirst();
  }
}
