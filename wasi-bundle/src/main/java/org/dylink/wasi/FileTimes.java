package org.dylink.wasi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * Times to be set: {@code fstflags} of typenames.witx.
 *
 * @param accessed the new time of the last access; null if it stays
 * @param modified of the last change
 */
record FileTimes(FileTime accessed, FileTime modified) {
  private static final int ACCESSED = 1;
  private static final int ACCESSED_NOW = 2;
  private static final int MODIFIED = 4;
  private static final int MODIFIED_NOW = 8;

  /**
   * @param accessed nanoseconds since 1970
   * @throws ErrnoException INVAL if both a time and the present one are asked for
   */
  static FileTimes of(long accessed, long modified, int flags) {
    if ((flags & ~(ACCESSED | ACCESSED_NOW | MODIFIED | MODIFIED_NOW)) != 0) {
      throw new ErrnoException(WasiErrno.INVAL);
    }
    FileTime now = FileTime.from(Instant.now());
    return new FileTimes(
        choose(flags, ACCESSED, ACCESSED_NOW, accessed, now),
        choose(flags, MODIFIED, MODIFIED_NOW, modified, now));
  }

  /** Sets those of what a path leads to; those of a link itself with NOFOLLOW_LINKS. */
  void set(Path path, LinkOption... options) throws IOException {
    if (accessed != null || modified != null) {
      Files.getFileAttributeView(path, BasicFileAttributeView.class, options)
          .setTimes(modified, accessed, null);
    }
  }

  private static FileTime choose(int flags, int given, int present, long time, FileTime now) {
    if ((flags & given) == 0) {
      return (flags & present) == 0 ? null : now;
    }
    if ((flags & present) != 0) {
      throw new ErrnoException(WasiErrno.INVAL);
    }
    return FileTime.from(time, TimeUnit.NANOSECONDS);
  }
}
