package org.dylink.toolchain;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
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
   * The sysroot that this library has in itself, unpacked once into the {@link UserCache}. Several
   * processes may do so at once.
   *
   * @param environment variables of the process
   * @param home the user's home folder
   * @throws ToolchainException if the folder cannot be written to
   */
  public static Sysroot unpacked(Map<String, String> environment, Path home)
      throws ToolchainException {
    UserCache cache = UserCache.of(environment, home);
    try {
      byte[] archive = archive();
      return new Sysroot(
          cache.filled("sysroot-" + digest(archive), folder -> extract(archive, folder)));
    } catch (IOException e) {
      throw new ToolchainException("headers and libc: " + cache.path() + ": " + e.getMessage(), e);
    }
  }

  private static byte[] archive() throws IOException {
    try (InputStream in = Sysroot.class.getResourceAsStream(ARCHIVE)) {
      return in.readAllBytes();
    }
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
