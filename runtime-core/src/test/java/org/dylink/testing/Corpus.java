package org.dylink.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dylink.format.MalformedModuleException;
import org.dylink.format.WasmModule;
import org.junit.jupiter.api.Assumptions;

/**
 * The corpus of libraries that clang and wasm-ld made. It is no part of the project: it lies in the
 * folder {@code shared/corpus} beside it, or where the system property {@code dylink.corpus} says.
 * Tests that need it are skipped where it is missing.
 */
public final class Corpus {
  private static final String PROPERTY = "dylink.corpus";

  private Corpus() {}

  /** The corpus' folder; where there is none, the test that asks is skipped. */
  public static Path folder() {
    Optional<Path> found = find();
    Assumptions.assumeTrue(
        found.isPresent(), "no corpus: neither ../shared/corpus nor -D" + PROPERTY);
    return found.orElseThrow();
  }

  /** All modules of the corpus, by path. */
  public static List<Path> modules() {
    try (Stream<Path> files = Files.walk(folder())) {
      return files.filter(Corpus::isModule).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a module, named after its file. */
  public static WasmModule read(String path) throws MalformedModuleException {
    Path file = folder().resolve(path);
    return WasmModule.read(String.valueOf(file.getFileName()), bytes(file));
  }

  /** A file's contents. */
  public static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isModule(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(".so") || name.endsWith(".wasm");
  }

  private static Optional<Path> find() {
    String configured = System.getProperty(PROPERTY);
    if (configured != null) {
      return Optional.of(Path.of(configured));
    }
    // Surefire runs in the module's folder, an IDE perhaps in the project's.
    return Stream.iterate(Path.of("").toAbsolutePath(), p -> p != null, Path::getParent)
        .map(folder -> folder.resolveSibling("shared").resolve("corpus"))
        .filter(Files::isDirectory)
        .findFirst();
  }
}
