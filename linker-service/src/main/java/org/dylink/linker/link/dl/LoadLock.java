package org.dylink.linker.link.dl;

import java.util.concurrent.locks.ReentrantLock;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.linker.LinkException;
import org.dylink.linker.link.thread.Watchdog.Work;

/**
 * Lets one thread of a program at a time open, close, look up and replace libraries. A constructor
 * that runs meanwhile, and an exit function, may do it too: they are that thread's. Who replaces
 * one needs no turn in the program, so that the lock counts in one with a single thread too.
 *
 * <p>Nobody needs it to begin a thread, to enter a library or to end: a constructor may wait for a
 * thread that does.
 */
final class LoadLock {
  private final ReentrantLock lock = new ReentrantLock();

  /**
   * Does something to the libraries of a program.
   *
   * @throws TrapException if this thread is stopped while it waits
   */
  <T> T call(Work<T> work) throws LinkException {
    enter();
    try {
      return work.run();
    } finally {
      lock.unlock();
    }
  }

  private void enter() {
    if (lock.tryLock()) {
      return; // also who is to be interrupted: that is for the guest to find
    }
    try {
      lock.lockInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TrapException(TrapKind.STOPPED, "interrupted");
    }
  }
}
