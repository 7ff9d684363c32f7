package org.dylink.wasi;

import java.io.IOException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Times of symbolic links themselves. JDK 17 sets them in whole microseconds, where a program sets
 * and reads nanoseconds: what it has set is kept here, as long as the host has its microseconds.
 */
final class LinkTimes {
  /** Links whose times are kept; of more, the last. */
  private static final int LIMIT = 1024;

  private final Map<List<Long>, FileStat> kept =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Long>, FileStat> eldest) {
          return size() > LIMIT;
        }
      };

  /** Sets the times of a file, or of a link itself. */
  synchronized void set(FileTimes times, Path path, FileStat before) throws IOException {
    times.set(path, LinkOption.NOFOLLOW_LINKS);
    if (before.isLink()) {
      FileStat exact = exact(before);
      long accessed =
          times.accessed() == null ? exact.accessed() : times.accessed().to(TimeUnit.NANOSECONDS);
      long modified =
          times.modified() == null ? exact.modified() : times.modified().to(TimeUnit.NANOSECONDS);
      kept.put(key(before), before.withTimes(accessed, modified));
    }
  }

  /** What was found, with the times that were set where the host has them but for the rest. */
  synchronized FileStat exact(FileStat found) {
    FileStat set = found.isLink() ? kept.get(key(found)) : null;
    return set == null
        ? found
        : found.withTimes(
            exact(found.accessed(), set.accessed()), exact(found.modified(), set.modified()));
  }

  private static long exact(long found, long set) {
    return TimeUnit.MICROSECONDS.toNanos(TimeUnit.NANOSECONDS.toMicros(set)) == found ? set : found;
  }

  private static List<Long> key(FileStat link) {
    return List.of(link.device(), link.inode());
  }
}
