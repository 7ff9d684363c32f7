package org.dylink.linker.osgi;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Work that is done in one thread at a time, without a thread that waits for another one. Whoever
 * asks while it is being done goes away at once, and it is done again: so nobody who holds a lock
 * of the framework, or is called back by the work itself, can block it.
 */
final class HandedWork {
  private static final Logger LOG = System.getLogger(HandedWork.class.getName());

  private final AtomicInteger asked = new AtomicInteger();
  private final Runnable work;

  HandedWork(Runnable work) {
    this.work = work;
  }

  /** Does the work, or leaves it to the thread that is at it. */
  void ask() {
    if (asked.getAndIncrement() != 0) {
      return;
    }
    int seen;
    do {
      seen = asked.get();
      work();
    } while (!asked.compareAndSet(seen, 0));
  }

  // An exception that went through would leave it taken for ever.
  private void work() {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "work not done", e);
    }
  }
}
