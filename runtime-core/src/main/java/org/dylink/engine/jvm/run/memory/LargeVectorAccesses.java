package org.dylink.engine.jvm.run.memory;

/** {@link VectorAccesses} of a memory that may be of any size; {@link LargeLoads} says where. */
public final class LargeVectorAccesses {
  private LargeVectorAccesses() {}

  public static long v128Load(int address, int offset, MemoryView memory) {
    long at = LargeBytes.at(address, offset, memory.size - 15);
    return LargeBytes.getLong(memory, at);
  }

  public static long v128LoadHigh(int address, int offset, MemoryView memory) {
    long at = LargeBytes.at(address, offset, memory.size - 15);
    return LargeBytes.getLong(memory, at + 8);
  }

  public static void v128Store(int address, long low, long high, int offset, MemoryView memory) {
    long at = LargeBytes.at(address, offset, memory.size - 15);
    LargeBytes.setLong(memory, at, low);
    LargeBytes.setLong(memory, at + 8, high);
  }

  public static long v128Load(long address, long offset, MemoryView memory) {
    long at = LargeBytes.at(address, offset, memory.size - 15);
    return LargeBytes.getLong(memory, at);
  }

  public static long v128LoadHigh(long address, long offset, MemoryView memory) {
    long at = LargeBytes.at(address, offset, memory.size - 15);
    return LargeBytes.getLong(memory, at + 8);
  }

  public static void v128Store(long address, long low, long high, long offset, MemoryView memory) {
    long at = LargeBytes.at(address, offset, memory.size - 15);
    LargeBytes.setLong(memory, at, low);
    LargeBytes.setLong(memory, at + 8, high);
  }

  /** A quarter of a vector; 0 is the lowest. The whole is checked. */
  public static int v128LoadQuarter(int address, int offset, int quarter, MemoryView memory) {
    long at = LargeBytes.at(address, offset, memory.size - 15);
    return LargeBytes.getInt(memory, at + (long) Integer.BYTES * quarter);
  }

  /** A vector of four quarters. */
  public static void v128StoreQuarters(
      int address, int a, int b, int c, int d, int offset, MemoryView memory) {
    long at = LargeBytes.at(address, offset, memory.size - 15);
    LargeBytes.setInt(memory, at, a);
    LargeBytes.setInt(memory, at + 4, b);
    LargeBytes.setInt(memory, at + 8, c);
    LargeBytes.setInt(memory, at + 12, d);
  }

  /** A quarter of a vector; 0 is the lowest. The whole is checked. */
  public static int v128LoadQuarter(long address, long offset, int quarter, MemoryView memory) {
    long at = LargeBytes.at(address, offset, memory.size - 15);
    return LargeBytes.getInt(memory, at + (long) Integer.BYTES * quarter);
  }

  /** A vector of four quarters. */
  public static void v128StoreQuarters(
      long address, int a, int b, int c, int d, long offset, MemoryView memory) {
    long at = LargeBytes.at(address, offset, memory.size - 15);
    LargeBytes.setInt(memory, at, a);
    LargeBytes.setInt(memory, at + 4, b);
    LargeBytes.setInt(memory, at + 8, c);
    LargeBytes.setInt(memory, at + 12, d);
  }
}
