package org.dylink.toolchain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The folder for what Dylink keeps: {@code DYLINK_CACHE}, else {@code dylink} in {@code
 * XDG_CACHE_HOME} or {@code ~/.cache}.
 *
 * @param path absolute; need not be there
 */
public record UserCache(Path path) {
  /**
   * Where it is.
   *
   * @param environment variables of the process
   * @param home the user's home folder
   */
  public static UserCache of(Map<String, String> environment, Path home) {
    String own = environment.getOrDefault("DYLINK_CACHE", "");
    String shared = environment.getOrDefault("XDG_CACHE_HOME", "");
    // With DYLINK_CACHE=none, too: nothing is compiled without headers.
    if (!own.isEmpty() && !own.equals("none")) {
      return new UserCache(Path.of(own).toAbsolutePath());
    }
    Path base = shared.isEmpty() ? home.resolve(".cache") : Path.of(shared);
    return new UserCache(base.resolve("dylink").toAbsolutePath());
  }

  /** Fills an empty folder. */
  @FunctionalInterface
  public interface Filling {
    /** Writes all that is to be in it. */
    void into(Path folder) throws IOException;
  }

  /**
   * A folder in it that is filled once, and whole. Several processes may ask at once.
   *
   * @param name different for different contents
   * @return its path
   * @throws IOException if it cannot be filled; it is not there then
   */
  public Path filled(String name, Filling filling) throws IOException {
    Path folder = path.resolve(name);
    if (Files.isDirectory(folder)) {
      return folder;
    }
    Files.createDirectories(path);
    Path work = Files.createTempDirectory(path, "filling");
    try {
      filling.into(work);
      Files.move(work, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      // Another process may have been faster, with the same bytes.
      if (!Files.isDirectory(folder)) {
        throw e;
      }
    } finally {
      delete(work);
    }
    return folder;
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(UserCache::deleteFile);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void deleteFile(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
