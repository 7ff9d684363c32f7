package org.dylink.engine.control;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * The threads that wait for an address of a shared memory (threads proposal, wait and notify),
 * first come, first woken. Comparing and beginning to wait are one step against {@link #notify}, as
 * both are done by who has the address's queue. Whoever writes before it notifies is seen by who
 * compares later, and one that has compared before is in the queue.
 */
public final class Waiters {
  /** Somebody has woken the thread. */
  public static final int WOKEN = 0;

  /** The value was another one. */
  public static final int NOT_EQUAL = 1;

  /** Nobody has woken the thread in time. */
  public static final int TIMED_OUT = 2;

  private static final int QUEUES = 32;
  private static final int BITS_OF_A_WORD = 2;

  /** Looks whether a thread may go on waiting; throws if not. */
  @FunctionalInterface
  public interface Check {
    void run();
  }

  private static final class Waiter {
    final long address;
    final Thread thread = Thread.currentThread();
    volatile boolean isWoken;

    Waiter(long address) {
      this.address = address;
    }
  }

  private final List<List<Waiter>> queues = new ArrayList<>(QUEUES); // each guarded by itself

  /** Nobody. */
  public Waiters() {
    for (int i = 0; i < QUEUES; i++) {
      queues.add(new ArrayList<>());
    }
  }

  private List<Waiter> queue(long address) {
    return queues.get((int) ((address >>> BITS_OF_A_WORD) % QUEUES));
  }

  /**
   * Waits while a word has a value.
   *
   * @param address a multiple of the word's size, within the memory
   * @param isExpected whether the word has it; reads it as an atomic instruction does
   * @param nanos how long at most; for ever if negative
   * @param check is run before each sleep: its thread is interrupted when it is to look
   */
  public int await(long address, BooleanSupplier isExpected, long nanos, Check check) {
    Waiter waiter = new Waiter(address);
    synchronized (queue(address)) {
      if (!isExpected.getAsBoolean()) {
        return NOT_EQUAL;
      }
      queue(address).add(waiter);
    }
    return await(waiter, nanos, check);
  }

  // An interrupt that ends nothing is kept for whoever looks for it later.
  private int await(Waiter waiter, long nanos, Check check) {
    boolean interrupted = false;
    long start = System.nanoTime();
    try {
      while (!waiter.isWoken) {
        interrupted |= Thread.interrupted();
        check.run();
        long left = nanos - (System.nanoTime() - start);
        if (nanos >= 0 && left <= 0) {
          break;
        }
        sleep(waiter, nanos < 0, left);
      }
    } finally {
      leave(waiter);
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
    return waiter.isWoken ? WOKEN : TIMED_OUT;
  }

  private void sleep(Waiter waiter, boolean forEver, long nanos) {
    if (waiter.isWoken) {
      return;
    }
    if (forEver) {
      LockSupport.park(this);
    } else {
      LockSupport.parkNanos(this, nanos);
    }
  }

  private void leave(Waiter waiter) {
    synchronized (queue(waiter.address)) {
      if (!waiter.isWoken) {
        queue(waiter.address).remove(waiter);
      }
    }
  }

  /**
   * Wakes threads that wait for an address.
   *
   * @param count how many at most, an unsigned number
   * @return how many it has woken
   */
  public int notify(long address, int count) {
    List<Thread> woken = new ArrayList<>();
    synchronized (queue(address)) {
      Iterator<Waiter> all = queue(address).iterator();
      while (all.hasNext() && Integer.compareUnsigned(woken.size(), count) < 0) {
        Waiter each = all.next();
        if (each.address == address) {
          all.remove();
          each.isWoken = true;
          woken.add(each.thread);
        }
      }
    }
    woken.forEach(LockSupport::unpark);
    return woken.size();
  }

  /** How many threads wait, for whatever address. */
  public int size() {
    int sum = 0;
    for (List<Waiter> each : queues) {
      synchronized (each) {
        sum += each.size();
      }
    }
    return sum;
  }
}
