package org.dylink.wasi;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * rename(2). Endive asks for an option that Java's {@code Files.move} refuses. Java reports most of
 * the errors without their number, so they are looked for first.
 */
final class Rename {
  private Rename() {}

  static int run(GuestPath from, GuestPath to) throws IOException {
    from.checkEntry();
    to.checkEntry();
    BasicFileAttributes old = from.lookExisting();
    if (to.slash() && !old.isDirectory()) {
      return Errno.NOTDIR;
    }
    int errno = checkTarget(from.host(), old, to.host(), to.look());
    if (errno == Errno.SUCCESS) {
      Files.move(from.host(), to.host(), StandardCopyOption.ATOMIC_MOVE);
    }
    return errno;
  }

  private static int checkTarget(
      Path from, BasicFileAttributes old, Path to, BasicFileAttributes replaced)
      throws IOException {
    if (to.startsWith(from) && !to.equals(from)) {
      return Errno.INVAL; // a folder into itself
    }
    if (replaced == null || to.equals(from)) {
      return Errno.SUCCESS;
    }
    if (old.isDirectory()) {
      return !replaced.isDirectory() ? Errno.NOTDIR : isEmpty(to) ? Errno.SUCCESS : Errno.NOTEMPTY;
    }
    return replaced.isDirectory() ? Errno.ISDIR : Errno.SUCCESS;
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      return !entries.iterator().hasNext();
    }
  }
}
