package org.dylink.linker.link.dl;

import java.util.concurrent.locks.ReentrantLock;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.linker.LinkException;
import org.dylink.linker.link.thread.GuestThreads;
import org.dylink.linker.link.thread.Watchdog.Work;

/**
 * Lets one thread of a program at a time open, close and look up libraries. A constructor that runs
 * meanwhile, and an exit function, may do it too: they are that thread's.
 *
 * <p>Nobody needs it to begin a thread, to enter a library or to end: a constructor may wait for a
 * thread that does.
 */
final class LoadLock {
  private final GuestThreads threads;
  private final ReentrantLock lock = new ReentrantLock();

  LoadLock(GuestThreads threads) {
    this.threads = threads;
  }

  /**
   * Does something to the libraries of a program.
   *
   * @throws TrapException if this thread is stopped while it waits
   */
  <T> T call(Work<T> work) throws LinkException {
    if (!threads.areShared()) {
      return work.run(); // whoever has the turn is alone
    }
    enter();
    try {
      return work.run();
    } finally {
      lock.unlock();
    }
  }

  private void enter() {
    try {
      lock.lockInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TrapException(TrapKind.STOPPED, "interrupted");
    }
  }
}
