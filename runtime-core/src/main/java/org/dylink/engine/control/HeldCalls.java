package org.dylink.engine.control;

import java.util.HashSet;
import java.util.Set;

/** Calls that are held back: the threads that wait until they go on. */
public final class HeldCalls {
  private final StoppingThreads stopping;
  private final Set<Thread> waiting = new HashSet<>(); // guarded by this
  private boolean open; // guarded by this

  /**
   * @param stopping in which threads guests are to stop: they wait no longer
   */
  public HeldCalls(StoppingThreads stopping) {
    this.stopping = stopping;
  }

  /**
   * Waits until calls go on. An interrupt does not end that, and is kept.
   *
   * @throws org.dylink.engine.TrapException if the guest is stopped meanwhile
   */
  public synchronized void await() {
    boolean interrupted = false;
    waiting.add(Thread.currentThread());
    try {
      while (!open) {
        try {
          wait();
        } catch (InterruptedException e) {
          interrupted = true;
          stopping.checkCurrent();
        }
      }
    } finally {
      waiting.remove(Thread.currentThread());
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Whether the thread that has a turn waits. */
  public synchronized boolean isWaiting(GuestControl turn) {
    return turn.isRunBy(waiting);
  }

  /** Lets all go on. */
  public synchronized void open() {
    open = true;
    notifyAll();
  }
}
