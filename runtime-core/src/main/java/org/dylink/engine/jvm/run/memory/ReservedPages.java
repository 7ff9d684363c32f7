package org.dylink.engine.jvm.run.memory;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel.MapMode;
import java.util.ArrayList;
import java.util.List;
import org.dylink.engine.EngineLimitException;
import org.dylink.engine.MemoryImage;
import org.dylink.engine.jvm.run.memory.PagesFile.Mapping;
import org.dylink.format.MemoryType;

/**
 * Address space beside the JVM's heap for shared and large memories: a {@link PagesFile}, mapped so
 * that what is written goes into memory of this process and never into the file. The system gives
 * memory to pages that are touched, and to no others. Java unmaps a buffer when nobody reaches it
 * any more, which it finds out when it collects garbage; it does not know how much hangs on it, and
 * so is asked to look when that is much.
 */
final class ReservedPages {
  private static final long SELDOM_COLLECTED = 256L << 20;
  private static final List<WeakReference<LinearMemory>> USERS = new ArrayList<>();
  private static final int MANY = 100;
  private static long collectedAbove = SELDOM_COLLECTED; // guarded by USERS
  private static int since; // guarded by USERS; memories that were made since they were counted

  private ReservedPages() {}

  /**
   * Reserves pages in a buffer, which hold what an image holds: as many as the system has room for,
   * if that is less than the most.
   *
   * @throws EngineLimitException if there is not even room for the least
   */
  static ByteBuffer reserve(int least, int most, MemoryImage image) {
    ByteBuffer buffer =
        reserve(least, most, image, (file, size) -> file.map(MapMode.PRIVATE, 0, size)).bytes();
    return buffer.order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The same in a segment, where there are segments. */
  static Reserved<Object> reserveSegment(long least, long most, MemoryImage image) {
    return reserve(least, most, image, Segments::map);
  }

  /**
   * What was reserved.
   *
   * @param pages how many they are
   */
  record Reserved<T>(T bytes, long pages) {}

  private static <T> Reserved<T> reserve(
      long least, long most, MemoryImage image, Mapping<T> mapping) {
    collectWhereMuchIsLeft();
    PagesFile file = PagesFile.of(image);
    long pages = most;
    while (true) {
      try {
        return new Reserved<>(file.map(pages * MemoryType.PAGE_SIZE, mapping), pages);
      } catch (IOException | OutOfMemoryError e) {
        if (pages == least) {
          throw refused(least, e);
        }
        pages = Math.max(least, pages / 2);
      }
    }
  }

  private static EngineLimitException refused(long pages, Throwable problem) {
    return new EngineLimitException(
        "memory of "
            + pages
            + " pages: cannot map a temporary file in "
            + System.getProperty("java.io.tmpdir")
            + ": "
            + problem.getMessage());
  }

  /** Counts a memory as long as it is there. */
  static void note(LinearMemory memory) {
    synchronized (USERS) {
      USERS.add(new WeakReference<>(memory));
    }
  }

  /** How many bytes the memories have that are there, as far as it is known that others are not. */
  static long used() {
    synchronized (USERS) {
      USERS.removeIf(each -> each.get() == null);
      long sum = 0;
      for (WeakReference<LinearMemory> each : USERS) {
        LinearMemory memory = each.get();
        sum += memory == null ? 0 : memory.limit();
      }
      return sum;
    }
  }

  // Of thousands of memories one more makes no difference: they are not counted for each.
  private static void collectWhereMuchIsLeft() {
    synchronized (USERS) {
      if (++since < USERS.size() / MANY) {
        return;
      }
      since = 0;
      if (used() > collectedAbove) {
        System.gc();
        collectedAbove = Math.max(SELDOM_COLLECTED, 2 * used());
      }
    }
  }
}
