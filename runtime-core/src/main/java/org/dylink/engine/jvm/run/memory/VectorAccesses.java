package org.dylink.engine.jvm.run.memory;

import java.util.Objects;

/**
 * Loads and stores of vectors, as {@link Loads} and {@link Stores} do it: a load is one for each
 * half, each of which checks the whole.
 */
public final class VectorAccesses {
  private VectorAccesses() {}

  public static long v128Load(int address, MemoryView memory) {
    int at = Objects.checkIndex(address, memory.limit - 15);
    return (long) HeapMemory.LONG.get(memory.bytes, at);
  }

  public static long v128Load(int address, int offset, MemoryView memory) {
    if (address < 0 || offset < 0) {
      throw MemoryBounds.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, memory.limit - 15);
    return (long) HeapMemory.LONG.get(memory.bytes, at);
  }

  public static long v128LoadHigh(int address, MemoryView memory) {
    int at = Objects.checkIndex(address, memory.limit - 15);
    return (long) HeapMemory.LONG.get(memory.bytes, at + 8);
  }

  public static long v128LoadHigh(int address, int offset, MemoryView memory) {
    if (address < 0 || offset < 0) {
      throw MemoryBounds.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, memory.limit - 15);
    return (long) HeapMemory.LONG.get(memory.bytes, at + 8);
  }

  public static void v128Store(int address, long low, long high, MemoryView memory) {
    int at = Objects.checkIndex(address, memory.limit - 15);
    HeapMemory.LONG.set(memory.bytes, at, low);
    HeapMemory.LONG.set(memory.bytes, at + 8, high);
  }

  public static void v128Store(int address, long low, long high, int offset, MemoryView memory) {
    if (address < 0 || offset < 0) {
      throw MemoryBounds.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, memory.limit - 15);
    HeapMemory.LONG.set(memory.bytes, at, low);
    HeapMemory.LONG.set(memory.bytes, at + 8, high);
  }

  /** A quarter of a vector; 0 is the lowest. The whole is checked. */
  public static int v128LoadQuarter(int address, int offset, int quarter, MemoryView memory) {
    if (address < 0 || offset < 0) {
      throw MemoryBounds.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, memory.limit - 15);
    return (int) HeapMemory.INT.get(memory.bytes, at + Integer.BYTES * quarter);
  }

  /** A vector of four quarters. */
  public static void v128StoreQuarters(
      int address, int a, int b, int c, int d, int offset, MemoryView memory) {
    if (address < 0 || offset < 0) {
      throw MemoryBounds.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, memory.limit - 15);
    HeapMemory.INT.set(memory.bytes, at, a);
    HeapMemory.INT.set(memory.bytes, at + 4, b);
    HeapMemory.INT.set(memory.bytes, at + 8, c);
    HeapMemory.INT.set(memory.bytes, at + 12, d);
  }
}
