package org.dylink.engine.machine.make;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder of jars that is a compiler: its own, the runtime's and LLVM's. */
public final class CompilerFolder {
  // What the compiler's own jar is called, whatever its version.
  private static final String OWN = "org.dylink.machine.compiler";

  private CompilerFolder() {}

  /**
   * The jars of a folder.
   *
   * @return empty if there is no compiler in it
   */
  public static Optional<List<Path>> classPath(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> jars =
          files.filter(each -> each.toString().endsWith(".jar")).map(Path::toAbsolutePath).toList();
      boolean isOne = jars.stream().anyMatch(each -> name(each).startsWith(OWN));
      return isOne ? Optional.of(jars) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }
}
