package org.dylink.engine.jvm.run.gc;

import java.util.function.Supplier;
import org.dylink.engine.heap.HeapReserve;

/**
 * Lets guests make objects as long as the reserve of the JVM's heap is not touched. What is large
 * is asked for each time. Small objects are counted, and after each part of the heap that they took
 * it is looked whether the reserve is still there: many of them may be garbage by then.
 */
final class CollectedHeap {
  private static final long LARGE = 64 << 10;

  /** Less than the reserve, so that it is not used up between two looks. */
  private static final long BETWEEN_LOOKS = Math.max(Runtime.getRuntime().maxMemory() / 32, LARGE);

  // Threads that race count less: what they miss is small.
  private static long sinceLook;

  private CollectedHeap() {}

  static <T> T make(long bytes, String what, Supplier<T> maker) {
    if (bytes >= LARGE) {
      return HeapReserve.make(bytes, maker).orElseThrow(() -> CollectedTraps.noHeap(what));
    }
    count(bytes, what);
    return maker.get();
  }

  static void count(long bytes, String what) {
    sinceLook += bytes;
    if (sinceLook > BETWEEN_LOOKS) {
      sinceLook = 0;
      if (HeapReserve.make(BETWEEN_LOOKS, () -> true).isEmpty()) {
        throw CollectedTraps.noHeap(what);
      }
    }
  }
}
