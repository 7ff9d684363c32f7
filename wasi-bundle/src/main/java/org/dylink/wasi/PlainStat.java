package org.dylink.wasi;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * What can be told of a file where the host's file system is not that of a Unix, as on Windows.
 * Java has no numbers of files there: a file is then known by its name, so that it is another one
 * when it has been renamed. It has one link, and was changed when it was modified.
 */
final class PlainStat {
  private PlainStat() {}

  static FileStat of(Path path, LinkOption... options) throws IOException {
    BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class, options);
    long modified = found.lastModifiedTime().to(TimeUnit.NANOSECONDS);
    return new FileStat(
        0,
        number(path.toRealPath(options)),
        type(found),
        1,
        found.size(),
        found.lastAccessTime().to(TimeUnit.NANOSECONDS),
        modified,
        modified);
  }

  // The path has one spelling only by now. A digest: who may choose names must not find two for a
  // number.
  private static long number(Path path) {
    byte[] name = path.toString().getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(name).getLeastSignificantBits();
  }

  private static int type(BasicFileAttributes found) {
    if (found.isSymbolicLink()) {
      return FileStat.SYMBOLIC_LINK;
    }
    if (found.isDirectory()) {
      return FileStat.DIRECTORY;
    }
    return found.isRegularFile() ? FileStat.REGULAR_FILE : FileStat.UNKNOWN;
  }
}
