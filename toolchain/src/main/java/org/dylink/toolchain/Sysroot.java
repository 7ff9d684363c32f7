package org.dylink.toolchain;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Headers, start code and the libraries to link with: libc and libc++, with threads and without.
 * They are those of the bundles that a program runs with.
 *
 * @param folder what clang calls {@code --sysroot}
 */
public record Sysroot(Path folder) {
  private static final String ARCHIVE = "sysroot.zip";

  /**
   * The sysroot that this library has in itself, unpacked once into the folder for what Dylink
   * keeps: {@code DYLINK_CACHE}, else {@code dylink} in {@code XDG_CACHE_HOME} or {@code ~/.cache}.
   * Several processes may do so at once.
   *
   * @param environment variables of the process
   * @param home the user's home folder
   * @throws ToolchainException if the folder cannot be written to
   */
  public static Sysroot unpacked(Map<String, String> environment, Path home)
      throws ToolchainException {
    Path cache = cache(environment, home);
    try {
      return new Sysroot(unpack(cache));
    } catch (IOException e) {
      throw new ToolchainException("headers and libc: " + cache + ": " + e.getMessage(), e);
    }
  }

  // With DYLINK_CACHE=none, too: nothing is compiled without headers.
  private static Path cache(Map<String, String> environment, Path home) {
    String own = environment.getOrDefault("DYLINK_CACHE", "");
    String shared = environment.getOrDefault("XDG_CACHE_HOME", "");
    if (!own.isEmpty() && !own.equals("none")) {
      return Path.of(own).toAbsolutePath();
    }
    Path base = shared.isEmpty() ? home.resolve(".cache") : Path.of(shared);
    return base.resolve("dylink").toAbsolutePath();
  }

  private static Path unpack(Path cache) throws IOException {
    byte[] archive;
    try (InputStream in = Sysroot.class.getResourceAsStream(ARCHIVE)) {
      archive = in.readAllBytes();
    }
    Path folder = cache.resolve("sysroot-" + digest(archive));
    if (Files.isDirectory(folder)) {
      return folder;
    }
    Files.createDirectories(cache);
    Path work = Files.createTempDirectory(cache, "sysroot");
    try {
      extract(archive, work);
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

  private static String digest(byte[] archive) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(archive);
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("BUG: every Java has SHA-256", e);
    }
  }

  private static void extract(byte[] archive, Path folder) throws IOException {
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Path file = folder.resolve(entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else {
          Files.createDirectories(file.getParent());
          Files.copy(in, file);
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(Sysroot::deleteFile);
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

  /** The folder of the libraries for a target: of libc.so and its kin. */
  public Path libraries(boolean threads) {
    return folder.resolve("lib").resolve(target(threads));
  }

  static String target(boolean threads) {
    return threads ? "wasm32-wasip1-threads" : "wasm32-wasip1";
  }

  String file(String path) {
    return folder.resolve(path).toString();
  }

  /** What clang takes for the target and its headers. */
  public List<String> flags(boolean threads) {
    return List.of("--target=" + target(threads), "--sysroot=" + folder);
  }
}
