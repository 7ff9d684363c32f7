package org.dylink.engine.jvm.run.memory;

/** A private memory is used by one thread at a time: nothing comes between reading and writing. */
final class HeapCells extends AtomicCells {
  private final HeapMemory memory;

  HeapCells(HeapMemory memory) {
    this.memory = memory;
  }

  @Override
  int get(long at) {
    return (int) HeapMemory.INT.get(memory.bytes(), (int) at);
  }

  @Override
  void set(long at, int value) {
    HeapMemory.INT.set(memory.bytes(), (int) at, value);
  }

  @Override
  int compareAndExchange(long at, int expected, int value) {
    int was = get(at);
    return was == expected ? getAndSet(at, value) : was;
  }

  @Override
  int getAndAdd(long at, int value) {
    return getAndSet(at, get(at) + value);
  }

  @Override
  int getAndAnd(long at, int value) {
    return getAndSet(at, get(at) & value);
  }

  @Override
  int getAndOr(long at, int value) {
    return getAndSet(at, get(at) | value);
  }

  @Override
  int getAndXor(long at, int value) {
    return getAndSet(at, get(at) ^ value);
  }

  @Override
  int getAndSet(long at, int value) {
    int was = get(at);
    set(at, value);
    return was;
  }

  @Override
  long getLong(long at) {
    return (long) HeapMemory.LONG.get(memory.bytes(), (int) at);
  }

  @Override
  void set(long at, long value) {
    HeapMemory.LONG.set(memory.bytes(), (int) at, value);
  }

  @Override
  long compareAndExchange(long at, long expected, long value) {
    long was = getLong(at);
    return was == expected ? getAndSet(at, value) : was;
  }

  @Override
  long getAndAdd(long at, long value) {
    return getAndSet(at, getLong(at) + value);
  }

  @Override
  long getAndAnd(long at, long value) {
    return getAndSet(at, getLong(at) & value);
  }

  @Override
  long getAndOr(long at, long value) {
    return getAndSet(at, getLong(at) | value);
  }

  @Override
  long getAndXor(long at, long value) {
    return getAndSet(at, getLong(at) ^ value);
  }

  @Override
  long getAndSet(long at, long value) {
    long was = getLong(at);
    set(at, value);
    return was;
  }
}
