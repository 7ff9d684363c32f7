package org.dylink.engine.jvm.run.memory;

import java.util.Objects;

/**
 * Stores (WebAssembly Core, Execution, Memory Instructions). An access that passes the end of the
 * memory traps and changes nothing. The check is one comparison, in the form that HotSpot takes out
 * of loops; memories are at most 2 GiB, so that neither part of a good address has the highest bit
 * set. What the check throws says by its stack trace alone that it is a trap. All is in one method:
 * HotSpot counts what it inlines.
 */
public final class Stores {
  private Stores() {}

  public static void i32Store(int address, int value, MemoryView memory) {
    int at = Objects.checkIndex(address, memory.limit - 3);
    HeapMemory.INT.set(memory.bytes, at, value);
  }

  public static void i32Store(int address, int value, int offset, MemoryView memory) {
    if (address < 0 || offset < 0) {
      throw MemoryBounds.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, memory.limit - 3);
    HeapMemory.INT.set(memory.bytes, at, value);
  }

  public static void i64Store(int address, long value, MemoryView memory) {
    int at = Objects.checkIndex(address, memory.limit - 7);
    HeapMemory.LONG.set(memory.bytes, at, value);
  }

  public static void i64Store(int address, long value, int offset, MemoryView memory) {
    if (address < 0 || offset < 0) {
      throw MemoryBounds.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, memory.limit - 7);
    HeapMemory.LONG.set(memory.bytes, at, value);
  }

  public static void f32Store(int address, float value, MemoryView memory) {
    int at = Objects.checkIndex(address, memory.limit - 3);
    HeapMemory.FLOAT.set(memory.bytes, at, value);
  }

  public static void f32Store(int address, float value, int offset, MemoryView memory) {
    if (address < 0 || offset < 0) {
      throw MemoryBounds.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, memory.limit - 3);
    HeapMemory.FLOAT.set(memory.bytes, at, value);
  }

  public static void f64Store(int address, double value, MemoryView memory) {
    int at = Objects.checkIndex(address, memory.limit - 7);
    HeapMemory.DOUBLE.set(memory.bytes, at, value);
  }

  public static void f64Store(int address, double value, int offset, MemoryView memory) {
    if (address < 0 || offset < 0) {
      throw MemoryBounds.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, memory.limit - 7);
    HeapMemory.DOUBLE.set(memory.bytes, at, value);
  }

  public static void i32Store8(int address, int value, MemoryView memory) {
    int at = Objects.checkIndex(address, memory.limit);
    memory.bytes[at] = (byte) value;
  }

  public static void i32Store8(int address, int value, int offset, MemoryView memory) {
    if (address < 0 || offset < 0) {
      throw MemoryBounds.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, memory.limit);
    memory.bytes[at] = (byte) value;
  }

  public static void i32Store16(int address, int value, MemoryView memory) {
    int at = Objects.checkIndex(address, memory.limit - 1);
    HeapMemory.SHORT.set(memory.bytes, at, (short) value);
  }

  public static void i32Store16(int address, int value, int offset, MemoryView memory) {
    if (address < 0 || offset < 0) {
      throw MemoryBounds.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, memory.limit - 1);
    HeapMemory.SHORT.set(memory.bytes, at, (short) value);
  }

  public static void i64Store8(int address, long value, MemoryView memory) {
    int at = Objects.checkIndex(address, memory.limit);
    memory.bytes[at] = (byte) value;
  }

  public static void i64Store8(int address, long value, int offset, MemoryView memory) {
    if (address < 0 || offset < 0) {
      throw MemoryBounds.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, memory.limit);
    memory.bytes[at] = (byte) value;
  }

  public static void i64Store16(int address, long value, MemoryView memory) {
    int at = Objects.checkIndex(address, memory.limit - 1);
    HeapMemory.SHORT.set(memory.bytes, at, (short) value);
  }

  public static void i64Store16(int address, long value, int offset, MemoryView memory) {
    if (address < 0 || offset < 0) {
      throw MemoryBounds.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, memory.limit - 1);
    HeapMemory.SHORT.set(memory.bytes, at, (short) value);
  }

  public static void i64Store32(int address, long value, MemoryView memory) {
    int at = Objects.checkIndex(address, memory.limit - 3);
    HeapMemory.INT.set(memory.bytes, at, (int) value);
  }

  public static void i64Store32(int address, long value, int offset, MemoryView memory) {
    if (address < 0 || offset < 0) {
      throw MemoryBounds.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, memory.limit - 3);
    HeapMemory.INT.set(memory.bytes, at, (int) value);
  }
}
