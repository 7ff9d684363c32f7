package org.dylink.engine.jvm.run.memory;

/** Stores to a memory that may be of any size; {@link LargeLoads} says where and how. */
public final class LargeStores {
  private LargeStores() {}

  public static void i32Store(int address, int value, int offset, MemoryView memory) {
    long at = LargeBytes.at(address, offset, memory.size - 3);
    LargeBytes.setInt(memory, at, value);
  }

  public static void i32Store(long address, int value, long offset, MemoryView memory) {
    long at = LargeBytes.at(address, offset, memory.size - 3);
    LargeBytes.setInt(memory, at, value);
  }

  public static void i64Store(int address, long value, int offset, MemoryView memory) {
    long at = LargeBytes.at(address, offset, memory.size - 7);
    LargeBytes.setLong(memory, at, value);
  }

  public static void i64Store(long address, long value, long offset, MemoryView memory) {
    long at = LargeBytes.at(address, offset, memory.size - 7);
    LargeBytes.setLong(memory, at, value);
  }

  public static void f32Store(int address, float value, int offset, MemoryView memory) {
    long at = LargeBytes.at(address, offset, memory.size - 3);
    LargeBytes.setFloat(memory, at, value);
  }

  public static void f32Store(long address, float value, long offset, MemoryView memory) {
    long at = LargeBytes.at(address, offset, memory.size - 3);
    LargeBytes.setFloat(memory, at, value);
  }

  public static void f64Store(int address, double value, int offset, MemoryView memory) {
    long at = LargeBytes.at(address, offset, memory.size - 7);
    LargeBytes.setDouble(memory, at, value);
  }

  public static void f64Store(long address, double value, long offset, MemoryView memory) {
    long at = LargeBytes.at(address, offset, memory.size - 7);
    LargeBytes.setDouble(memory, at, value);
  }

  public static void i32Store8(int address, int value, int offset, MemoryView memory) {
    long at = LargeBytes.at(address, offset, memory.size);
    LargeBytes.setByte(memory, at, (byte) value);
  }

  public static void i32Store8(long address, int value, long offset, MemoryView memory) {
    long at = LargeBytes.at(address, offset, memory.size);
    LargeBytes.setByte(memory, at, (byte) value);
  }

  public static void i32Store16(int address, int value, int offset, MemoryView memory) {
    long at = LargeBytes.at(address, offset, memory.size - 1);
    LargeBytes.setShort(memory, at, (short) value);
  }

  public static void i32Store16(long address, int value, long offset, MemoryView memory) {
    long at = LargeBytes.at(address, offset, memory.size - 1);
    LargeBytes.setShort(memory, at, (short) value);
  }

  public static void i64Store8(int address, long value, int offset, MemoryView memory) {
    long at = LargeBytes.at(address, offset, memory.size);
    LargeBytes.setByte(memory, at, (byte) value);
  }

  public static void i64Store8(long address, long value, long offset, MemoryView memory) {
    long at = LargeBytes.at(address, offset, memory.size);
    LargeBytes.setByte(memory, at, (byte) value);
  }

  public static void i64Store16(int address, long value, int offset, MemoryView memory) {
    long at = LargeBytes.at(address, offset, memory.size - 1);
    LargeBytes.setShort(memory, at, (short) value);
  }

  public static void i64Store16(long address, long value, long offset, MemoryView memory) {
    long at = LargeBytes.at(address, offset, memory.size - 1);
    LargeBytes.setShort(memory, at, (short) value);
  }

  public static void i64Store32(int address, long value, int offset, MemoryView memory) {
    long at = LargeBytes.at(address, offset, memory.size - 3);
    LargeBytes.setInt(memory, at, (int) value);
  }

  public static void i64Store32(long address, long value, long offset, MemoryView memory) {
    long at = LargeBytes.at(address, offset, memory.size - 3);
    LargeBytes.setInt(memory, at, (int) value);
  }
}
