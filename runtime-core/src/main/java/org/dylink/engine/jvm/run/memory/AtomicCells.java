package org.dylink.engine.jvm.run.memory;

/**
 * The words of a memory as atomic instructions see them. Each method is one step in an order of all
 * such steps that all threads agree on. Addresses are checked: multiples of the width, and within
 * the memory.
 */
abstract class AtomicCells {
  abstract int get(int at);

  abstract void set(int at, int value);

  /** Writes a value where it finds the expected one; gives back what it found. */
  abstract int compareAndExchange(int at, int expected, int value);

  /** Adds, and gives back what was there; so do all of these. */
  abstract int getAndAdd(int at, int value);

  abstract int getAndAnd(int at, int value);

  abstract int getAndOr(int at, int value);

  abstract int getAndXor(int at, int value);

  abstract int getAndSet(int at, int value);

  abstract long getLong(int at);

  abstract void set(int at, long value);

  abstract long compareAndExchange(int at, long expected, long value);

  abstract long getAndAdd(int at, long value);

  abstract long getAndAnd(int at, long value);

  abstract long getAndOr(int at, long value);

  abstract long getAndXor(int at, long value);

  abstract long getAndSet(int at, long value);
}
