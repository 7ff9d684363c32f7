package org.dylink.linker.settle;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Where some work is done: by which thread, and for whom it has been done. Threads share it. */
final class Workplace {
  private Thread worker; // guarded by this, as all that follows; null while nobody is at it
  private int waiting; // threads that take it when it is free
  private long asked; // how often it was asked for
  private long begun; // how often it had been asked for when it was begun last
  private long done; // how often it had been asked for when it was begun that was done last

  /** Asks for the work; returns whether the caller has to do it. */
  synchronized boolean ask() {
    asked++;
    return take();
  }

  /**
   * Asks for the work, and waits for the thread that is at it until it has been done.
   *
   * @return whether the caller has to do it; if not, it is done, or the time is up, or the caller
   *     is just at it: then it is done once more
   */
  synchronized boolean await(Duration patience) {
    long request = ++asked;
    if (worker == Thread.currentThread()) {
      return false;
    }
    waiting++;
    boolean interrupted = Thread.interrupted();
    long end = System.nanoTime() + patience.toNanos();
    for (long left = patience.toNanos();
        worker != null && done < request && left > 0;
        left = end - System.nanoTime()) {
      try {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    waiting--;
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return done < request && take();
  }

  private boolean take() {
    boolean free = worker == null;
    if (free) {
      worker = Thread.currentThread();
    }
    return free;
  }

  /** Begins the work; returns what {@link #done} needs. */
  synchronized long begin() {
    begun = asked;
    return begun;
  }

  /** Notes that it was done for all who had asked when it was begun. */
  synchronized void done(long request) {
    done = request;
    notifyAll();
  }

  /**
   * Whether the caller does it once more; if not, it has left. Who waits takes over: else those who
   * ask without an end would keep one thread at it.
   */
  synchronized boolean goesOn() {
    if (begun < asked && waiting == 0) {
      return true;
    }
    leave();
    return false;
  }

  /** Leaves it to others, if the caller is at it. */
  synchronized void leave() {
    if (worker == Thread.currentThread()) {
      worker = null;
      notifyAll();
    }
  }
}
