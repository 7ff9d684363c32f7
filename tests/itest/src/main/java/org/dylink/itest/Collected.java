package org.dylink.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Waits until the garbage collector has found that nobody uses something any more. */
final class Collected {
  private static final int ATTEMPTS = 50;

  private Collected() {}

  /**
   * Collects garbage until a count is zero.
   *
   * @param what named if something is left
   * @param alive how many objects are reachable
   */
  static void await(String what, LongSupplier alive) throws InterruptedException {
    for (int i = 0; i < ATTEMPTS && alive.getAsLong() > 0; i++) {
      collect();
    }
    assertEquals(0, alive.getAsLong(), () -> what + " that nobody uses are kept");
  }

  // One collection is over when it has found an object that is garbage from the start.
  private static void collect() throws InterruptedException {
    ReferenceQueue<Object> queue = new ReferenceQueue<>();
    WeakReference<Object> garbage = new WeakReference<>(new Object(), queue);
    System.gc();
    queue.remove(TimeUnit.SECONDS.toMillis(10));
    assertEquals(null, garbage.get());
  }
}
