package org.dylink.engine.jvm.run.memory;

import java.util.Objects;

/**
 * Stores to a memory that threads share; {@link SharedLoads} says how. An aligned number of up to
 * 64 bits is written at once, and no byte beside it.
 */
public final class SharedStores {
  private SharedStores() {}

  public static void i32Store(int address, int value, MemoryView memory) {
    int at = Objects.checkIndex(address, memory.limit - 3);
    SharedBytes.setInt(memory, at, value);
  }

  public static void i32Store(int address, int value, int offset, MemoryView memory) {
    if (address < 0 || offset < 0) {
      throw MemoryBounds.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, memory.limit - 3);
    SharedBytes.setInt(memory, at, value);
  }

  public static void i64Store(int address, long value, MemoryView memory) {
    int at = Objects.checkIndex(address, memory.limit - 7);
    SharedBytes.setLong(memory, at, value);
  }

  public static void i64Store(int address, long value, int offset, MemoryView memory) {
    if (address < 0 || offset < 0) {
      throw MemoryBounds.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, memory.limit - 7);
    SharedBytes.setLong(memory, at, value);
  }

  public static void f32Store(int address, float value, MemoryView memory) {
    int at = Objects.checkIndex(address, memory.limit - 3);
    SharedBytes.setFloat(memory, at, value);
  }

  public static void f32Store(int address, float value, int offset, MemoryView memory) {
    if (address < 0 || offset < 0) {
      throw MemoryBounds.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, memory.limit - 3);
    SharedBytes.setFloat(memory, at, value);
  }

  public static void f64Store(int address, double value, MemoryView memory) {
    int at = Objects.checkIndex(address, memory.limit - 7);
    SharedBytes.setDouble(memory, at, value);
  }

  public static void f64Store(int address, double value, int offset, MemoryView memory) {
    if (address < 0 || offset < 0) {
      throw MemoryBounds.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, memory.limit - 7);
    SharedBytes.setDouble(memory, at, value);
  }

  public static void i32Store8(int address, int value, MemoryView memory) {
    int at = Objects.checkIndex(address, memory.limit);
    SharedBytes.setByte(memory, at, (byte) value);
  }

  public static void i32Store8(int address, int value, int offset, MemoryView memory) {
    if (address < 0 || offset < 0) {
      throw MemoryBounds.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, memory.limit);
    SharedBytes.setByte(memory, at, (byte) value);
  }

  public static void i32Store16(int address, int value, MemoryView memory) {
    int at = Objects.checkIndex(address, memory.limit - 1);
    SharedBytes.setShort(memory, at, (short) value);
  }

  public static void i32Store16(int address, int value, int offset, MemoryView memory) {
    if (address < 0 || offset < 0) {
      throw MemoryBounds.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, memory.limit - 1);
    SharedBytes.setShort(memory, at, (short) value);
  }

  public static void i64Store8(int address, long value, MemoryView memory) {
    int at = Objects.checkIndex(address, memory.limit);
    SharedBytes.setByte(memory, at, (byte) value);
  }

  public static void i64Store8(int address, long value, int offset, MemoryView memory) {
    if (address < 0 || offset < 0) {
      throw MemoryBounds.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, memory.limit);
    SharedBytes.setByte(memory, at, (byte) value);
  }

  public static void i64Store16(int address, long value, MemoryView memory) {
    int at = Objects.checkIndex(address, memory.limit - 1);
    SharedBytes.setShort(memory, at, (short) value);
  }

  public static void i64Store16(int address, long value, int offset, MemoryView memory) {
    if (address < 0 || offset < 0) {
      throw MemoryBounds.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, memory.limit - 1);
    SharedBytes.setShort(memory, at, (short) value);
  }

  public static void i64Store32(int address, long value, MemoryView memory) {
    int at = Objects.checkIndex(address, memory.limit - 3);
    SharedBytes.setInt(memory, at, (int) value);
  }

  public static void i64Store32(int address, long value, int offset, MemoryView memory) {
    if (address < 0 || offset < 0) {
      throw MemoryBounds.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, memory.limit - 3);
    SharedBytes.setInt(memory, at, (int) value);
  }
}
