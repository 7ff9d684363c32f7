package org.dylink.engine.jvm.run.memory;

/** A private memory is used by one thread at a time: nothing comes between reading and writing. */
final class HeapCells extends AtomicCells {
  private final HeapMemory memory;

  HeapCells(HeapMemory memory) {
    this.memory = memory;
  }

  @Override
  int get(int at) {
    return (int) HeapMemory.INT.get(memory.bytes(), at);
  }

  @Override
  void set(int at, int value) {
    HeapMemory.INT.set(memory.bytes(), at, value);
  }

  @Override
  int compareAndExchange(int at, int expected, int value) {
    int was = get(at);
    return was == expected ? getAndSet(at, value) : was;
  }

  @Override
  int getAndAdd(int at, int value) {
    return getAndSet(at, get(at) + value);
  }

  @Override
  int getAndAnd(int at, int value) {
    return getAndSet(at, get(at) & value);
  }

  @Override
  int getAndOr(int at, int value) {
    return getAndSet(at, get(at) | value);
  }

  @Override
  int getAndXor(int at, int value) {
    return getAndSet(at, get(at) ^ value);
  }

  @Override
  int getAndSet(int at, int value) {
    int was = get(at);
    set(at, value);
    return was;
  }

  @Override
  long getLong(int at) {
    return (long) HeapMemory.LONG.get(memory.bytes(), at);
  }

  @Override
  void set(int at, long value) {
    HeapMemory.LONG.set(memory.bytes(), at, value);
  }

  @Override
  long compareAndExchange(int at, long expected, long value) {
    long was = getLong(at);
    return was == expected ? getAndSet(at, value) : was;
  }

  @Override
  long getAndAdd(int at, long value) {
    return getAndSet(at, getLong(at) + value);
  }

  @Override
  long getAndAnd(int at, long value) {
    return getAndSet(at, getLong(at) & value);
  }

  @Override
  long getAndOr(int at, long value) {
    return getAndSet(at, getLong(at) | value);
  }

  @Override
  long getAndXor(int at, long value) {
    return getAndSet(at, getLong(at) ^ value);
  }

  @Override
  long getAndSet(int at, long value) {
    long was = getLong(at);
    set(at, value);
    return was;
  }
}
