package org.dylink.wasi;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * rename(2). What the kernel refuses is looked for first where Java would report it by a text in
 * the host's language alone.
 */
final class Rename {
  private Rename() {}

  static int run(GuestPath from, GuestPath to) throws IOException {
    from.requireEntry(WasiErrno.BUSY, WasiErrno.BUSY);
    to.requireEntry(WasiErrno.BUSY, WasiErrno.BUSY);
    FileStat old = from.existing();
    if (to.slash() && !old.isFolder()) {
      return WasiErrno.NOTDIR;
    }
    int errno = checkTarget(old, to.host(), to.find());
    if (errno == WasiErrno.SUCCESS) {
      Files.move(from.host(), to.host(), StandardCopyOption.ATOMIC_MOVE);
    }
    return errno;
  }

  private static int checkTarget(FileStat old, Path to, FileStat replaced) throws IOException {
    if (replaced == null || replaced.sameFile(old)) {
      return WasiErrno.SUCCESS;
    }
    if (old.isFolder()) {
      return !replaced.isFolder()
          ? WasiErrno.NOTDIR
          : isEmpty(to) ? WasiErrno.SUCCESS : WasiErrno.NOTEMPTY;
    }
    return replaced.isFolder() ? WasiErrno.ISDIR : WasiErrno.SUCCESS;
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      return !entries.iterator().hasNext();
    }
  }
}
