package org.dylink.engine.jvm.run.memory;

/**
 * The words of a memory as atomic instructions see them. Each method is one step in an order of all
 * such steps that all threads agree on. Addresses are checked: multiples of the width, and within
 * the memory.
 */
abstract class AtomicCells {
  abstract int get(long at);

  abstract void set(long at, int value);

  /** Writes a value where it finds the expected one; gives back what it found. */
  abstract int compareAndExchange(long at, int expected, int value);

  /** Adds, and gives back what was there; so do all of these. */
  abstract int getAndAdd(long at, int value);

  abstract int getAndAnd(long at, int value);

  abstract int getAndOr(long at, int value);

  abstract int getAndXor(long at, int value);

  abstract int getAndSet(long at, int value);

  abstract long getLong(long at);

  abstract void set(long at, long value);

  abstract long compareAndExchange(long at, long expected, long value);

  abstract long getAndAdd(long at, long value);

  abstract long getAndAnd(long at, long value);

  abstract long getAndOr(long at, long value);

  abstract long getAndXor(long at, long value);

  abstract long getAndSet(long at, long value);
}
