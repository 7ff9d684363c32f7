package org.dylink.linker.settle;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/**
 * Work that is done in one thread at a time, and again if somebody has asked for it meanwhile: it
 * looks at how things are, and makes them as they should be. Any thread may ask, also the one that
 * is at it. Exceptions are logged, for who asks has not to do with them.
 */
public final class Settling {
  private static final Logger LOG = System.getLogger(Settling.class.getName());
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Workplace place = new Workplace();
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
    if (place.ask()) {
      settle(work);
    }
  }

  /**
   * Does the work, or waits for the thread that is at it, interrupted or not: whoever returns finds
   * it done. The work calls others, though: one that asks, or waits for a thread that does, gets
   * its answer before the work is done, after five seconds, rather than never.
   *
   * @param work the same each time
   */
  public void await(Runnable work) {
    if (place.await(patience)) {
      settle(work);
    }
  }

  private void settle(Runnable work) {
    try {
      do {
        tryOnce(work);
      } while (place.goesOn());
    } finally {
      place.leave(); // what is thrown beside exceptions must not end it for everybody
    }
  }

  private void tryOnce(Runnable work) {
    try {
      long asked = place.begin();
      work.run();
      place.done(asked);
    } catch (RuntimeException e) {
      // What was asked for meanwhile must not be lost.
      LOG.log(Level.ERROR, "work not done", e);
    }
  }
}
