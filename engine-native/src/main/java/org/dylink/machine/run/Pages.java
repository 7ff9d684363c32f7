package org.dylink.machine.run;

import java.lang.ref.Cleaner;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Pages, which are given back when nobody has what lies there any more. */
final class Pages {
  /** The size of a page: a multiple of it everywhere that this engine runs. */
  static final int SIZE = 65_536;

  /** Gives back what belongs to things that nobody has any more. */
  static final Cleaner CLEANER = Cleaner.create();

  private static final SystemPages SYSTEM = SystemPages.of(System.getProperty("os.name"));

  private Pages() {}

  /** Takes address space that cannot be accessed yet; 0 if there is none. */
  static long reserve(long size) {
    long found = SYSTEM.reserve(size);
    // A process may have some 65,000 areas, and those of programs that are gone are given back
    // when the heap is collected, of which they need little.
    for (int left = 3; left > 0 && found == -1; left--) {
      collect();
      found = SYSTEM.reserve(size);
    }
    return found == -1 ? 0 : found;
  }

  private static void collect() {
    CountDownLatch cleaned = new CountDownLatch(1);
    CLEANER.register(new Object(), cleaned::countDown);
    System.gc();
    try {
      boolean ignored = cleaned.await(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Makes pages that can be read and written, zeroed if they were never accessed. */
  static boolean makeWritable(long address, long size) {
    return size == 0 || SYSTEM.makeWritable(address, size);
  }

  /** Makes written pages code, which can be executed and never be written again. */
  static boolean makeExecutable(long address, long size) {
    return SYSTEM.makeExecutable(address, size);
  }

  static void free(long address, long size) {
    SYSTEM.free(address, size);
  }
}
