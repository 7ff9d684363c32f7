package org.dylink.app.launch;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dylink.toolchain.ToolchainException;
import org.dylink.toolchain.packed.PackedClang;

/**
 * Where the jar {@code org.dylink.clang} may be: beside dylink.jar, or in Maven's local repository,
 * where the version is the same.
 *
 * @param folders where it is looked for, in this order
 */
record PackedClangJar(List<Path> folders) {
  /** The variable that names it, or another clang. */
  static final String VARIABLE = "DYLINK_CLANG";

  static PackedClangJar of(Path home, String version) {
    Path repository = home.resolve(".m2/repository/org/dylink").resolve(PackedClang.ARTIFACT);
    return new PackedClangJar(List.of(ownFolder(), repository.resolve(version)));
  }

  private static Path ownFolder() {
    try {
      Path own =
          Path.of(PackedClangJar.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return own.toAbsolutePath().getParent();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("BUG: dylink.jar has no path", e);
    }
  }

  Path find() throws ToolchainException {
    return folders.stream()
        .flatMap(folder -> in(folder).stream())
        .findFirst()
        .orElseThrow(() -> new ToolchainException(refusal()));
  }

  private String refusal() {
    return PackedClang.ARTIFACT
        + "-VERSION.jar is neither in "
        + folders.get(0)
        + " nor in "
        + folders.get(1)
        + ", and "
        + VARIABLE
        + " names none";
  }

  private static Optional<Path> in(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(PackedClangJar::isTheJar).sorted().findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static boolean isTheJar(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith(PackedClang.ARTIFACT + "-") && name.endsWith(".jar");
  }
}
