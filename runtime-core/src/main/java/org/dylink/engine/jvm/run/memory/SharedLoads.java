package org.dylink.engine.jvm.run.memory;

import java.util.Objects;

/**
 * Loads from a memory that threads share; {@link Loads} says how an address is checked. Bytes are
 * read where they lie, in no order with what other threads do: that is what atomic instructions and
 * fences are for. The size may be an old one, but for who knows in such an order that it has grown.
 */
public final class SharedLoads {
  private SharedLoads() {}

  public static int i32Load(int address, MemoryView memory) {
    int at = Objects.checkIndex(address, memory.limit - 3);
    return SharedBytes.getInt(memory, at);
  }

  public static int i32Load(int address, int offset, MemoryView memory) {
    if (address < 0 || offset < 0) {
      throw MemoryBounds.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, memory.limit - 3);
    return SharedBytes.getInt(memory, at);
  }

  public static long i64Load(int address, MemoryView memory) {
    int at = Objects.checkIndex(address, memory.limit - 7);
    return SharedBytes.getLong(memory, at);
  }

  public static long i64Load(int address, int offset, MemoryView memory) {
    if (address < 0 || offset < 0) {
      throw MemoryBounds.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, memory.limit - 7);
    return SharedBytes.getLong(memory, at);
  }

  public static float f32Load(int address, MemoryView memory) {
    int at = Objects.checkIndex(address, memory.limit - 3);
    return SharedBytes.getFloat(memory, at);
  }

  public static float f32Load(int address, int offset, MemoryView memory) {
    if (address < 0 || offset < 0) {
      throw MemoryBounds.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, memory.limit - 3);
    return SharedBytes.getFloat(memory, at);
  }

  public static double f64Load(int address, MemoryView memory) {
    int at = Objects.checkIndex(address, memory.limit - 7);
    return SharedBytes.getDouble(memory, at);
  }

  public static double f64Load(int address, int offset, MemoryView memory) {
    if (address < 0 || offset < 0) {
      throw MemoryBounds.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, memory.limit - 7);
    return SharedBytes.getDouble(memory, at);
  }

  public static int i32Load8S(int address, MemoryView memory) {
    int at = Objects.checkIndex(address, memory.limit);
    return SharedBytes.getByte(memory, at);
  }

  public static int i32Load8S(int address, int offset, MemoryView memory) {
    if (address < 0 || offset < 0) {
      throw MemoryBounds.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, memory.limit);
    return SharedBytes.getByte(memory, at);
  }

  public static int i32Load8U(int address, MemoryView memory) {
    int at = Objects.checkIndex(address, memory.limit);
    return SharedBytes.getByte(memory, at) & 0xff;
  }

  public static int i32Load8U(int address, int offset, MemoryView memory) {
    if (address < 0 || offset < 0) {
      throw MemoryBounds.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, memory.limit);
    return SharedBytes.getByte(memory, at) & 0xff;
  }

  public static int i32Load16S(int address, MemoryView memory) {
    int at = Objects.checkIndex(address, memory.limit - 1);
    return SharedBytes.getShort(memory, at);
  }

  public static int i32Load16S(int address, int offset, MemoryView memory) {
    if (address < 0 || offset < 0) {
      throw MemoryBounds.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, memory.limit - 1);
    return SharedBytes.getShort(memory, at);
  }

  public static int i32Load16U(int address, MemoryView memory) {
    int at = Objects.checkIndex(address, memory.limit - 1);
    return SharedBytes.getShort(memory, at) & 0xffff;
  }

  public static int i32Load16U(int address, int offset, MemoryView memory) {
    if (address < 0 || offset < 0) {
      throw MemoryBounds.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, memory.limit - 1);
    return SharedBytes.getShort(memory, at) & 0xffff;
  }

  public static long i64Load8S(int address, MemoryView memory) {
    int at = Objects.checkIndex(address, memory.limit);
    return SharedBytes.getByte(memory, at);
  }

  public static long i64Load8S(int address, int offset, MemoryView memory) {
    if (address < 0 || offset < 0) {
      throw MemoryBounds.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, memory.limit);
    return SharedBytes.getByte(memory, at);
  }

  public static long i64Load8U(int address, MemoryView memory) {
    int at = Objects.checkIndex(address, memory.limit);
    return SharedBytes.getByte(memory, at) & 0xffL;
  }

  public static long i64Load8U(int address, int offset, MemoryView memory) {
    if (address < 0 || offset < 0) {
      throw MemoryBounds.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, memory.limit);
    return SharedBytes.getByte(memory, at) & 0xffL;
  }

  public static long i64Load16S(int address, MemoryView memory) {
    int at = Objects.checkIndex(address, memory.limit - 1);
    return SharedBytes.getShort(memory, at);
  }

  public static long i64Load16S(int address, int offset, MemoryView memory) {
    if (address < 0 || offset < 0) {
      throw MemoryBounds.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, memory.limit - 1);
    return SharedBytes.getShort(memory, at);
  }

  public static long i64Load16U(int address, MemoryView memory) {
    int at = Objects.checkIndex(address, memory.limit - 1);
    return SharedBytes.getShort(memory, at) & 0xffffL;
  }

  public static long i64Load16U(int address, int offset, MemoryView memory) {
    if (address < 0 || offset < 0) {
      throw MemoryBounds.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, memory.limit - 1);
    return SharedBytes.getShort(memory, at) & 0xffffL;
  }

  public static long i64Load32S(int address, MemoryView memory) {
    int at = Objects.checkIndex(address, memory.limit - 3);
    return SharedBytes.getInt(memory, at);
  }

  public static long i64Load32S(int address, int offset, MemoryView memory) {
    if (address < 0 || offset < 0) {
      throw MemoryBounds.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, memory.limit - 3);
    return SharedBytes.getInt(memory, at);
  }

  public static long i64Load32U(int address, MemoryView memory) {
    int at = Objects.checkIndex(address, memory.limit - 3);
    return SharedBytes.getInt(memory, at) & 0xffff_ffffL;
  }

  public static long i64Load32U(int address, int offset, MemoryView memory) {
    if (address < 0 || offset < 0) {
      throw MemoryBounds.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, memory.limit - 3);
    return SharedBytes.getInt(memory, at) & 0xffff_ffffL;
  }
}
