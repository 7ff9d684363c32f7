package org.dylink.binding.osgi;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Work that is done in one thread at a time, and again if somebody has asked for it meanwhile.
 *
 * <p>Whoever returns from {@link #ask} finds it done, also if it is another thread that does it.
 * The work calls components, though: one that asks, or waits for a thread that does, gets its
 * answer before the work is done rather than never.
 */
final class AwaitedWork {
  private static final Logger LOG = System.getLogger(AwaitedWork.class.getName());
  private static final long PATIENCE_SECONDS = 1;

  private final AtomicBoolean asked = new AtomicBoolean();
  private final ReentrantLock lock = new ReentrantLock();
  private final Runnable work;

  AwaitedWork(Runnable work) {
    this.work = work;
  }

  /** Does the work, or waits for the thread that is at it. */
  void ask() {
    asked.set(true);
    do {
      if (lock.isHeldByCurrentThread() || !isFree()) {
        return; // who holds it looks again
      }
      try {
        if (asked.getAndSet(false)) {
          work();
        }
      } finally {
        lock.unlock();
      }
    } while (asked.get());
  }

  private boolean isFree() {
    try {
      return lock.tryLock() || lock.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void work() {
    try {
      work.run();
    } catch (RuntimeException e) {
      // What was asked for meanwhile must not be lost.
      LOG.log(Level.ERROR, "work not done", e);
    }
  }
}
