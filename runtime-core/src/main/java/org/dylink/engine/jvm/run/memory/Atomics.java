package org.dylink.engine.jvm.run.memory;

import java.lang.invoke.VarHandle;
import org.dylink.engine.control.Waiters;

/**
 * Atomic instructions (threads proposal), on memories of each kind. An address past the end traps,
 * and one that is not a multiple of the width. What is of 8 or 16 bits is done to the word of 32
 * that it lies in ({@link AtomicParts}).
 */
public final class Atomics {
  private static final int WORD = Integer.BYTES;
  private static final int LONG = Long.BYTES;

  private Atomics() {}

  /** Orders all accesses before it with all behind it. */
  public static void atomicFence() {
    VarHandle.fullFence();
  }

  /** What a call does to loads behind it, also where HotSpot has inlined it: they are made anew. */
  public static void afterCall() {
    VarHandle.acquireFence();
  }

  public static int memoryAtomicNotify(int address, int count, int offset, MemoryView view) {
    long at = at(address, offset, WORD, view.memory);
    Waiters waiters = view.memory.waiters();
    return waiters == null ? 0 : waiters.notify(at, count);
  }

  /** Checks an address, and gives it back with its offset. */
  public static long at(int address, int offset, int width, LinearMemory memory) {
    long effective = Integer.toUnsignedLong(address) + Integer.toUnsignedLong(offset);
    return MemoryBounds.aligned(effective, width, memory.limit());
  }

  public static int i32AtomicLoad(int address, int offset, MemoryView view) {
    return view.memory.cells().get(at(address, offset, WORD, view.memory));
  }

  public static void i32AtomicStore(int address, int value, int offset, MemoryView view) {
    view.memory.cells().set(at(address, offset, WORD, view.memory), value);
  }

  public static int i32AtomicRmwAdd(int address, int value, int offset, MemoryView view) {
    return view.memory.cells().getAndAdd(at(address, offset, WORD, view.memory), value);
  }

  public static int i32AtomicRmwSub(int address, int value, int offset, MemoryView view) {
    return view.memory.cells().getAndAdd(at(address, offset, WORD, view.memory), -value);
  }

  public static int i32AtomicRmwAnd(int address, int value, int offset, MemoryView view) {
    return view.memory.cells().getAndAnd(at(address, offset, WORD, view.memory), value);
  }

  public static int i32AtomicRmwOr(int address, int value, int offset, MemoryView view) {
    return view.memory.cells().getAndOr(at(address, offset, WORD, view.memory), value);
  }

  public static int i32AtomicRmwXor(int address, int value, int offset, MemoryView view) {
    return view.memory.cells().getAndXor(at(address, offset, WORD, view.memory), value);
  }

  public static int i32AtomicRmwXchg(int address, int value, int offset, MemoryView view) {
    return view.memory.cells().getAndSet(at(address, offset, WORD, view.memory), value);
  }

  public static int i32AtomicRmwCmpxchg(
      int address, int expected, int value, int offset, MemoryView view) {
    long at = at(address, offset, WORD, view.memory);
    return view.memory.cells().compareAndExchange(at, expected, value);
  }

  public static long i64AtomicLoad(int address, int offset, MemoryView view) {
    return view.memory.cells().getLong(at(address, offset, LONG, view.memory));
  }

  public static void i64AtomicStore(int address, long value, int offset, MemoryView view) {
    view.memory.cells().set(at(address, offset, LONG, view.memory), value);
  }

  public static long i64AtomicRmwAdd(int address, long value, int offset, MemoryView view) {
    return view.memory.cells().getAndAdd(at(address, offset, LONG, view.memory), value);
  }

  public static long i64AtomicRmwSub(int address, long value, int offset, MemoryView view) {
    return view.memory.cells().getAndAdd(at(address, offset, LONG, view.memory), -value);
  }

  public static long i64AtomicRmwAnd(int address, long value, int offset, MemoryView view) {
    return view.memory.cells().getAndAnd(at(address, offset, LONG, view.memory), value);
  }

  public static long i64AtomicRmwOr(int address, long value, int offset, MemoryView view) {
    return view.memory.cells().getAndOr(at(address, offset, LONG, view.memory), value);
  }

  public static long i64AtomicRmwXor(int address, long value, int offset, MemoryView view) {
    return view.memory.cells().getAndXor(at(address, offset, LONG, view.memory), value);
  }

  public static long i64AtomicRmwXchg(int address, long value, int offset, MemoryView view) {
    return view.memory.cells().getAndSet(at(address, offset, LONG, view.memory), value);
  }

  public static long i64AtomicRmwCmpxchg(
      int address, long expected, long value, int offset, MemoryView view) {
    long at = at(address, offset, LONG, view.memory);
    return view.memory.cells().compareAndExchange(at, expected, value);
  }

  public static int i32AtomicLoad8U(int address, int offset, MemoryView view) {
    return AtomicParts.of8(at(address, offset, Byte.BYTES, view.memory), view.memory).get();
  }

  public static void i32AtomicStore8(int address, int value, int offset, MemoryView view) {
    AtomicParts.of8(at(address, offset, Byte.BYTES, view.memory), view.memory).getAndSet(value);
  }

  public static int i32AtomicRmw8AddU(int address, int value, int offset, MemoryView view) {
    return AtomicParts.of8(at(address, offset, Byte.BYTES, view.memory), view.memory)
        .getAndAdd(value);
  }

  public static int i32AtomicRmw8SubU(int address, int value, int offset, MemoryView view) {
    return AtomicParts.of8(at(address, offset, Byte.BYTES, view.memory), view.memory)
        .getAndAdd(-value);
  }

  public static int i32AtomicRmw8AndU(int address, int value, int offset, MemoryView view) {
    return AtomicParts.of8(at(address, offset, Byte.BYTES, view.memory), view.memory)
        .getAndAnd(value);
  }

  public static int i32AtomicRmw8OrU(int address, int value, int offset, MemoryView view) {
    return AtomicParts.of8(at(address, offset, Byte.BYTES, view.memory), view.memory)
        .getAndOr(value);
  }

  public static int i32AtomicRmw8XorU(int address, int value, int offset, MemoryView view) {
    return AtomicParts.of8(at(address, offset, Byte.BYTES, view.memory), view.memory)
        .getAndXor(value);
  }

  public static int i32AtomicRmw8XchgU(int address, int value, int offset, MemoryView view) {
    return AtomicParts.of8(at(address, offset, Byte.BYTES, view.memory), view.memory)
        .getAndSet(value);
  }

  public static int i32AtomicRmw8CmpxchgU(
      int address, int expected, int value, int offset, MemoryView view) {
    return AtomicParts.of8(at(address, offset, Byte.BYTES, view.memory), view.memory)
        .compareAndExchange(expected, value);
  }

  public static int i32AtomicLoad16U(int address, int offset, MemoryView view) {
    return AtomicParts.of16(at(address, offset, Short.BYTES, view.memory), view.memory).get();
  }

  public static void i32AtomicStore16(int address, int value, int offset, MemoryView view) {
    AtomicParts.of16(at(address, offset, Short.BYTES, view.memory), view.memory).getAndSet(value);
  }

  public static int i32AtomicRmw16AddU(int address, int value, int offset, MemoryView view) {
    return AtomicParts.of16(at(address, offset, Short.BYTES, view.memory), view.memory)
        .getAndAdd(value);
  }

  public static int i32AtomicRmw16SubU(int address, int value, int offset, MemoryView view) {
    return AtomicParts.of16(at(address, offset, Short.BYTES, view.memory), view.memory)
        .getAndAdd(-value);
  }

  public static int i32AtomicRmw16AndU(int address, int value, int offset, MemoryView view) {
    return AtomicParts.of16(at(address, offset, Short.BYTES, view.memory), view.memory)
        .getAndAnd(value);
  }

  public static int i32AtomicRmw16OrU(int address, int value, int offset, MemoryView view) {
    return AtomicParts.of16(at(address, offset, Short.BYTES, view.memory), view.memory)
        .getAndOr(value);
  }

  public static int i32AtomicRmw16XorU(int address, int value, int offset, MemoryView view) {
    return AtomicParts.of16(at(address, offset, Short.BYTES, view.memory), view.memory)
        .getAndXor(value);
  }

  public static int i32AtomicRmw16XchgU(int address, int value, int offset, MemoryView view) {
    return AtomicParts.of16(at(address, offset, Short.BYTES, view.memory), view.memory)
        .getAndSet(value);
  }

  public static int i32AtomicRmw16CmpxchgU(
      int address, int expected, int value, int offset, MemoryView view) {
    return AtomicParts.of16(at(address, offset, Short.BYTES, view.memory), view.memory)
        .compareAndExchange(expected, value);
  }
}
