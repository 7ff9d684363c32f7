package org.dylink.engine.jvm.run.memory;

import org.dylink.engine.control.Waiters;

/** {@link Atomics} at addresses of 64 bits. */
public final class WideAtomics {
  private static final int WORD = Integer.BYTES;
  private static final int LONG = Long.BYTES;

  private WideAtomics() {}

  public static int memoryAtomicNotify(long address, int count, long offset, MemoryView view) {
    long at = at(address, offset, WORD, view.memory);
    Waiters waiters = view.memory.waiters();
    return waiters == null ? 0 : waiters.notify(at, count);
  }

  /** Checks an address, and gives it back with its offset. */
  public static long at(long address, long offset, int width, LinearMemory memory) {
    if (address < 0 || offset < 0) {
      throw MemoryBounds.outOfBounds(address, offset);
    }
    return MemoryBounds.aligned(address + offset, width, memory.limit());
  }

  public static int i32AtomicLoad(long address, long offset, MemoryView view) {
    return view.memory.cells().get(at(address, offset, WORD, view.memory));
  }

  public static void i32AtomicStore(long address, int value, long offset, MemoryView view) {
    view.memory.cells().set(at(address, offset, WORD, view.memory), value);
  }

  public static int i32AtomicRmwAdd(long address, int value, long offset, MemoryView view) {
    return view.memory.cells().getAndAdd(at(address, offset, WORD, view.memory), value);
  }

  public static int i32AtomicRmwSub(long address, int value, long offset, MemoryView view) {
    return view.memory.cells().getAndAdd(at(address, offset, WORD, view.memory), -value);
  }

  public static int i32AtomicRmwAnd(long address, int value, long offset, MemoryView view) {
    return view.memory.cells().getAndAnd(at(address, offset, WORD, view.memory), value);
  }

  public static int i32AtomicRmwOr(long address, int value, long offset, MemoryView view) {
    return view.memory.cells().getAndOr(at(address, offset, WORD, view.memory), value);
  }

  public static int i32AtomicRmwXor(long address, int value, long offset, MemoryView view) {
    return view.memory.cells().getAndXor(at(address, offset, WORD, view.memory), value);
  }

  public static int i32AtomicRmwXchg(long address, int value, long offset, MemoryView view) {
    return view.memory.cells().getAndSet(at(address, offset, WORD, view.memory), value);
  }

  public static int i32AtomicRmwCmpxchg(
      long address, int expected, int value, long offset, MemoryView view) {
    long at = at(address, offset, WORD, view.memory);
    return view.memory.cells().compareAndExchange(at, expected, value);
  }

  public static long i64AtomicLoad(long address, long offset, MemoryView view) {
    return view.memory.cells().getLong(at(address, offset, LONG, view.memory));
  }

  public static void i64AtomicStore(long address, long value, long offset, MemoryView view) {
    view.memory.cells().set(at(address, offset, LONG, view.memory), value);
  }

  public static long i64AtomicRmwAdd(long address, long value, long offset, MemoryView view) {
    return view.memory.cells().getAndAdd(at(address, offset, LONG, view.memory), value);
  }

  public static long i64AtomicRmwSub(long address, long value, long offset, MemoryView view) {
    return view.memory.cells().getAndAdd(at(address, offset, LONG, view.memory), -value);
  }

  public static long i64AtomicRmwAnd(long address, long value, long offset, MemoryView view) {
    return view.memory.cells().getAndAnd(at(address, offset, LONG, view.memory), value);
  }

  public static long i64AtomicRmwOr(long address, long value, long offset, MemoryView view) {
    return view.memory.cells().getAndOr(at(address, offset, LONG, view.memory), value);
  }

  public static long i64AtomicRmwXor(long address, long value, long offset, MemoryView view) {
    return view.memory.cells().getAndXor(at(address, offset, LONG, view.memory), value);
  }

  public static long i64AtomicRmwXchg(long address, long value, long offset, MemoryView view) {
    return view.memory.cells().getAndSet(at(address, offset, LONG, view.memory), value);
  }

  public static long i64AtomicRmwCmpxchg(
      long address, long expected, long value, long offset, MemoryView view) {
    long at = at(address, offset, LONG, view.memory);
    return view.memory.cells().compareAndExchange(at, expected, value);
  }

  public static int i32AtomicLoad8U(long address, long offset, MemoryView view) {
    return AtomicParts.of8(at(address, offset, Byte.BYTES, view.memory), view.memory).get();
  }

  public static void i32AtomicStore8(long address, int value, long offset, MemoryView view) {
    AtomicParts.of8(at(address, offset, Byte.BYTES, view.memory), view.memory).getAndSet(value);
  }

  public static int i32AtomicRmw8AddU(long address, int value, long offset, MemoryView view) {
    return AtomicParts.of8(at(address, offset, Byte.BYTES, view.memory), view.memory)
        .getAndAdd(value);
  }

  public static int i32AtomicRmw8SubU(long address, int value, long offset, MemoryView view) {
    return AtomicParts.of8(at(address, offset, Byte.BYTES, view.memory), view.memory)
        .getAndAdd(-value);
  }

  public static int i32AtomicRmw8AndU(long address, int value, long offset, MemoryView view) {
    return AtomicParts.of8(at(address, offset, Byte.BYTES, view.memory), view.memory)
        .getAndAnd(value);
  }

  public static int i32AtomicRmw8OrU(long address, int value, long offset, MemoryView view) {
    return AtomicParts.of8(at(address, offset, Byte.BYTES, view.memory), view.memory)
        .getAndOr(value);
  }

  public static int i32AtomicRmw8XorU(long address, int value, long offset, MemoryView view) {
    return AtomicParts.of8(at(address, offset, Byte.BYTES, view.memory), view.memory)
        .getAndXor(value);
  }

  public static int i32AtomicRmw8XchgU(long address, int value, long offset, MemoryView view) {
    return AtomicParts.of8(at(address, offset, Byte.BYTES, view.memory), view.memory)
        .getAndSet(value);
  }

  public static int i32AtomicRmw8CmpxchgU(
      long address, int expected, int value, long offset, MemoryView view) {
    return AtomicParts.of8(at(address, offset, Byte.BYTES, view.memory), view.memory)
        .compareAndExchange(expected, value);
  }

  public static int i32AtomicLoad16U(long address, long offset, MemoryView view) {
    return AtomicParts.of16(at(address, offset, Short.BYTES, view.memory), view.memory).get();
  }

  public static void i32AtomicStore16(long address, int value, long offset, MemoryView view) {
    AtomicParts.of16(at(address, offset, Short.BYTES, view.memory), view.memory).getAndSet(value);
  }

  public static int i32AtomicRmw16AddU(long address, int value, long offset, MemoryView view) {
    return AtomicParts.of16(at(address, offset, Short.BYTES, view.memory), view.memory)
        .getAndAdd(value);
  }

  public static int i32AtomicRmw16SubU(long address, int value, long offset, MemoryView view) {
    return AtomicParts.of16(at(address, offset, Short.BYTES, view.memory), view.memory)
        .getAndAdd(-value);
  }

  public static int i32AtomicRmw16AndU(long address, int value, long offset, MemoryView view) {
    return AtomicParts.of16(at(address, offset, Short.BYTES, view.memory), view.memory)
        .getAndAnd(value);
  }

  public static int i32AtomicRmw16OrU(long address, int value, long offset, MemoryView view) {
    return AtomicParts.of16(at(address, offset, Short.BYTES, view.memory), view.memory)
        .getAndOr(value);
  }

  public static int i32AtomicRmw16XorU(long address, int value, long offset, MemoryView view) {
    return AtomicParts.of16(at(address, offset, Short.BYTES, view.memory), view.memory)
        .getAndXor(value);
  }

  public static int i32AtomicRmw16XchgU(long address, int value, long offset, MemoryView view) {
    return AtomicParts.of16(at(address, offset, Short.BYTES, view.memory), view.memory)
        .getAndSet(value);
  }

  public static int i32AtomicRmw16CmpxchgU(
      long address, int expected, int value, long offset, MemoryView view) {
    return AtomicParts.of16(at(address, offset, Short.BYTES, view.memory), view.memory)
        .compareAndExchange(expected, value);
  }
}
