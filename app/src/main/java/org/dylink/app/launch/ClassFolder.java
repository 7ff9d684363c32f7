package org.dylink.app.launch;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;

/**
 * Where compiled classes are kept for later runs: the framework's storage is gone after each. It is
 * the user's cache folder (XDG Base Directory Specification).
 */
final class ClassFolder {
  /** Says a folder, or {@link #NONE}. */
  static final String VARIABLE = "DYLINK_CACHE";

  /** Keeps nothing. */
  static final String NONE = "none";

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");

  private ClassFolder() {}

  /**
   * The folder, made if need be.
   *
   * @param environment the variables of the process
   * @param home the user's home folder
   * @return its path, or {@link #NONE} if it is not wanted or cannot be
   */
  static String of(Map<String, String> environment, String home) {
    String wanted = environment.getOrDefault(VARIABLE, "");
    if (wanted.equals(NONE)) {
      return NONE;
    }
    try {
      Path folder = wanted.isEmpty() ? userCache(environment, home) : Path.of(wanted);
      return make(folder.toAbsolutePath()).toString();
    } catch (IOException | InvalidPathException e) {
      // It would only have saved time.
      return NONE;
    }
  }

  private static Path userCache(Map<String, String> environment, String home) {
    Path base = Path.of(environment.getOrDefault("XDG_CACHE_HOME", ""));
    // A relative path is invalid and to be ignored, says the specification.
    return (base.isAbsolute() ? base : Path.of(home, ".cache")).resolve("dylink");
  }

  /** Classes are run: nobody else may write there. */
  private static Path make(Path folder) throws IOException {
    return Files.createDirectories(folder, ownerOnly());
  }

  /** What a new folder is made with, so that it is the user's alone where the system can say so. */
  static FileAttribute<?>[] ownerOnly() {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
        : new FileAttribute<?>[0];
  }
}
