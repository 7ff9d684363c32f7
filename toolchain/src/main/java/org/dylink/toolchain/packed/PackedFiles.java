package org.dylink.toolchain.packed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dylink.toolchain.UserCache;

/** What the jar has for clang, as files. */
final class PackedFiles {
  private static final String PREFIX = "org/dylink/clang/";

  private PackedFiles() {}

  /**
   * Unpacks them once.
   *
   * @return the folder that they are in
   * @throws IOException if the jar has none, or they cannot be written
   */
  static Path of(Path jar, UserCache cache) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      List<ZipEntry> entries = new ArrayList<>();
      zip.stream()
          .filter(each -> each.getName().startsWith(PREFIX) && !each.isDirectory())
          .forEach(entries::add);
      if (entries.isEmpty()) {
        throw new IOException("has no clang in it");
      }
      return cache.filled("clang-" + digest(entries), folder -> extract(zip, entries, folder));
    }
  }

  // Names and checksums stand in the jar's directory: of a hundred megabytes no more is read.
  private static String digest(List<ZipEntry> entries) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (ZipEntry entry : entries) {
        digest.update(entry.getName().getBytes(StandardCharsets.UTF_8));
        ByteBuffer numbers = ByteBuffer.allocate(2 * Long.BYTES);
        digest.update(numbers.putLong(entry.getSize()).putLong(entry.getCrc()).array());
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("BUG: every Java has SHA-256", e);
    }
  }

  private static void extract(ZipFile zip, List<ZipEntry> entries, Path folder) throws IOException {
    for (ZipEntry entry : entries) {
      Path file = folder.resolve(entry.getName().substring(PREFIX.length())).normalize();
      if (!file.startsWith(folder)) {
        throw new IOException(entry.getName() + " leads out of the folder");
      }
      Files.createDirectories(file.getParent());
      try (InputStream in = zip.getInputStream(entry)) {
        Files.copy(in, file);
      }
    }
  }
}
