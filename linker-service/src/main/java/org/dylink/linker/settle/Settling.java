package org.dylink.linker.settle;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Work that is done in one thread at a time, and again if somebody has asked for it meanwhile: it
 * looks at how things are, and makes them as they should be. Any thread may ask, also the one that
 * is at it. Exceptions are logged, for who asks has not to do with them.
 */
public final class Settling {
  private static final Logger LOG = System.getLogger(Settling.class.getName());
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final AtomicBoolean asked = new AtomicBoolean();
  private final ReentrantLock turn = new ReentrantLock();
  private final Duration patience;

  /** Nothing has been asked for yet. */
  public Settling() {
    this(PATIENCE);
  }

  Settling(Duration patience) {
    this.patience = patience;
  }

  /**
   * Does the work, or leaves it to the thread that is at it, and goes away at once: so nobody who
   * holds a lock of the framework, or is called back by the work itself, can block it.
   *
   * @param work the same each time
   */
  public void ask(Runnable work) {
    asked.set(true);
    while (asked.get() && !turn.isHeldByCurrentThread() && turn.tryLock()) {
      workInTurn(work);
    }
  }

  /**
   * Does the work, or waits for the thread that is at it: whoever returns finds it done. The work
   * calls others, though: one that asks, or waits for a thread that does, gets its answer before
   * the work is done, after a second, rather than never.
   *
   * @param work the same each time
   */
  public void await(Runnable work) {
    asked.set(true);
    do {
      if (turn.isHeldByCurrentThread() || !isFreeSoon()) {
        return; // who has the turn looks again
      }
      workInTurn(work);
    } while (asked.get());
  }

  private boolean isFreeSoon() {
    try {
      return turn.tryLock() || turn.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void workInTurn(Runnable work) {
    try {
      if (asked.getAndSet(false)) {
        work.run();
      }
    } catch (RuntimeException e) {
      // What was asked for meanwhile must not be lost.
      LOG.log(Level.ERROR, "work not done", e);
    } finally {
      turn.unlock();
    }
  }
}
