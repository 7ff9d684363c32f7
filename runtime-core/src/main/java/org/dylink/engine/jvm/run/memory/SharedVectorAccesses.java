package org.dylink.engine.jvm.run.memory;

import java.util.Objects;

/**
 * Loads and stores of vectors in a shared memory, the twins of {@link VectorAccesses}: two threads
 * may each see a part of what another writes.
 */
public final class SharedVectorAccesses {
  private SharedVectorAccesses() {}

  public static long v128Load(int address, MemoryView memory) {
    int at = Objects.checkIndex(address, memory.limit - 15);
    return SharedBytes.getLong(memory, at);
  }

  public static long v128Load(int address, int offset, MemoryView memory) {
    if (address < 0 || offset < 0) {
      throw MemoryBounds.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, memory.limit - 15);
    return SharedBytes.getLong(memory, at);
  }

  public static long v128LoadHigh(int address, MemoryView memory) {
    int at = Objects.checkIndex(address, memory.limit - 15);
    return SharedBytes.getLong(memory, at + 8);
  }

  public static long v128LoadHigh(int address, int offset, MemoryView memory) {
    if (address < 0 || offset < 0) {
      throw MemoryBounds.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, memory.limit - 15);
    return SharedBytes.getLong(memory, at + 8);
  }

  public static void v128Store(int address, long low, long high, MemoryView memory) {
    int at = Objects.checkIndex(address, memory.limit - 15);
    SharedBytes.setLong(memory, at, low);
    SharedBytes.setLong(memory, at + 8, high);
  }

  public static void v128Store(int address, long low, long high, int offset, MemoryView memory) {
    if (address < 0 || offset < 0) {
      throw MemoryBounds.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, memory.limit - 15);
    SharedBytes.setLong(memory, at, low);
    SharedBytes.setLong(memory, at + 8, high);
  }

  /** A quarter of a vector; 0 is the lowest. The whole is checked. */
  public static int v128LoadQuarter(int address, int offset, int quarter, MemoryView memory) {
    if (address < 0 || offset < 0) {
      throw MemoryBounds.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, memory.limit - 15);
    return SharedBytes.getInt(memory, at + Integer.BYTES * quarter);
  }

  /** A vector of four quarters. */
  public static void v128StoreQuarters(
      int address, int a, int b, int c, int d, int offset, MemoryView memory) {
    if (address < 0 || offset < 0) {
      throw MemoryBounds.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, memory.limit - 15);
    SharedBytes.setInt(memory, at, a);
    SharedBytes.setInt(memory, at + 4, b);
    SharedBytes.setInt(memory, at + 8, c);
    SharedBytes.setInt(memory, at + 12, d);
  }
}
