package org.dylink.wasi;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Endive answers EIO to every failure that it does not know: here some are told apart. */
final class Access {
  private Access() {}

  /**
   * The error number of a call that Endive has made.
   *
   * @param errno Endive's answer
   * @param path what the call was about
   * @return ACCES if Endive met an unknown failure and the host denies access; else {@code errno}
   */
  static int explain(int errno, GuestPath path) {
    if (errno != Errno.IO) {
      return errno;
    }
    Border.stopIfInterrupted();
    return isDenied(path.host()) ? Errno.ACCES : Errno.IO;
  }

  private static boolean isDenied(Path path) {
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)
        && !(Files.isReadable(path) && Files.isWritable(path))) {
      return true;
    }
    Path parent = path.getParent(); // null of the root
    return parent != null && !Files.isWritable(parent);
  }
}
