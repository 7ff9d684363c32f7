package org.dylink.binding.memory;

import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Supplier;

/**
 * Which thread of Java calls as what: one for all where they take turns, else each for itself. None
 * is kept for a thread that has ended; a thread keeps nothing.
 */
final class CallingThreads {
  private final Supplier<CallingThread> make;
  private final CallingThread only; // null if several are inside at once
  private final Map<Thread, CallingThread> all = new WeakHashMap<>(); // guarded by itself

  /**
   * @param areShared whether several threads may be inside at once
   * @param make is called in the turn of the thread that needs it
   */
  CallingThreads(boolean areShared, Supplier<CallingThread> make) {
    this.make = make;
    this.only = areShared ? null : make.get();
  }

  /** This thread, which is inside. */
  CallingThread current() {
    return only != null ? only : own();
  }

  private CallingThread own() {
    synchronized (all) {
      return all.computeIfAbsent(Thread.currentThread(), thread -> make.get());
    }
  }
}
