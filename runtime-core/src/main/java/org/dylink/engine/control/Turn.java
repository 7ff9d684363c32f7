package org.dylink.engine.control;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * A lock for one thread at a time, which may take it several times. Who waits may be overtaken.
 *
 * <p>It is made for calls of a few nanoseconds, of which an atomic operation is the larger part:
 * taking it is one, and leaving it none. So a thread that has just left may not see what another
 * one has written since, and be seen as the owner for a moment; who waits, and {@link #holder},
 * know that, and have the time.
 */
public final class Turn {
  // Longer than a processor keeps a write to itself by orders of magnitude.
  private static final long UNSEEN_NANOS = 1_000_000;

  private static final long LONGEST_WAIT_NANOS = 100 * UNSEEN_NANOS;
  private static final VarHandle OWNER = ownerField();

  private final Queue<Thread> waiting = new ConcurrentLinkedQueue<>();
  private volatile Thread owner;
  private int holds; // the owner's

  /** A lock that nobody has. */
  public Turn() {}

  /** Waits until this thread has the lock. An interrupt does not end that, and is kept. */
  public void enter() {
    Thread current = Thread.currentThread();
    if (owner == current) {
      holds++;
      return;
    }
    if (!OWNER.compareAndSet(this, (Thread) null, current)) {
      await(current);
    }
    holds = 1;
  }

  /** Takes the lock if nobody else has it. */
  public boolean tryEnter() {
    if (owner != Thread.currentThread()
        && !OWNER.compareAndSet(this, (Thread) null, Thread.currentThread())) {
      return false;
    }
    holds++;
    return true;
  }

  /**
   * Ends what the last {@link #enter} or {@link #tryEnter} of this thread began.
   *
   * @return whether another thread can have the lock now
   */
  public boolean leave() {
    if (--holds > 0) {
      return false;
    }
    OWNER.setRelease(this, (Thread) null);
    Thread next = waiting.peek();
    if (next != null) {
      LockSupport.unpark(next);
    }
    return true;
  }

  /** How often this thread has the lock. */
  public int depth() {
    return owner == Thread.currentThread() ? holds : 0;
  }

  /**
   * The thread that has the lock, or null. A thread that leaves later sees all that this one has
   * written before, and so does one that enters; of another thread's lock it takes a millisecond.
   */
  public Thread holder() {
    VarHandle.fullFence();
    Thread seen = owner;
    if (seen == null || seen == Thread.currentThread()) {
      return seen;
    }
    awaitSeen();
    // Whoever came instead has seen it when it entered.
    return owner == seen ? seen : null;
  }

  /** The thread that seems to have the lock: it may have left within the last millisecond. */
  Thread seen() {
    VarHandle.fullFence();
    return owner;
  }

  /** Waits until what other threads have written when it began is seen. */
  static void awaitSeen() {
    long start = System.nanoTime();
    long left = UNSEEN_NANOS;
    while (left > 0) {
      LockSupport.parkNanos(left);
      left = UNSEEN_NANOS - (System.nanoTime() - start);
    }
  }

  private void await(Thread current) {
    boolean interrupted = false;
    waiting.add(current);
    // Who leaves at this moment may see nobody wait, and is not seen to have left.
    long nanos = UNSEEN_NANOS;
    while (!OWNER.compareAndSet(this, (Thread) null, current)) {
      LockSupport.parkNanos(this, nanos);
      interrupted |= Thread.interrupted();
      nanos = Math.min(2 * nanos, LONGEST_WAIT_NANOS);
    }
    waiting.remove(current);
    if (interrupted) {
      current.interrupt();
    }
  }

  private static VarHandle ownerField() {
    try {
      return MethodHandles.lookup().findVarHandle(Turn.class, "owner", Thread.class);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("BUG: Turn.owner is gone", e);
    }
  }
}
