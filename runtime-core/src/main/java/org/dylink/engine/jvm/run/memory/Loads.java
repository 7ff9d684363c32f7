package org.dylink.engine.jvm.run.memory;

import java.util.Objects;

/**
 * Loads (WebAssembly Core, Execution, Memory Instructions). The effective address is the unsigned
 * sum of address and offset; an access that passes the end of the memory traps. The check is one
 * comparison, in the form that HotSpot takes out of loops; memories are at most 2 GiB, so that
 * neither part of a good address has the highest bit set. What the check throws says by its stack
 * trace alone that it is a trap. All is in one method: HotSpot counts what it inlines.
 */
public final class Loads {
  private Loads() {}

  public static int i32Load(int address, MemoryView memory) {
    int at = Objects.checkIndex(address, memory.limit - 3);
    return (int) HeapMemory.INT.get(memory.bytes, at);
  }

  public static int i32Load(int address, int offset, MemoryView memory) {
    if (address < 0 || offset < 0) {
      throw MemoryBounds.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, memory.limit - 3);
    return (int) HeapMemory.INT.get(memory.bytes, at);
  }

  public static long i64Load(int address, MemoryView memory) {
    int at = Objects.checkIndex(address, memory.limit - 7);
    return (long) HeapMemory.LONG.get(memory.bytes, at);
  }

  public static long i64Load(int address, int offset, MemoryView memory) {
    if (address < 0 || offset < 0) {
      throw MemoryBounds.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, memory.limit - 7);
    return (long) HeapMemory.LONG.get(memory.bytes, at);
  }

  public static float f32Load(int address, MemoryView memory) {
    int at = Objects.checkIndex(address, memory.limit - 3);
    return (float) HeapMemory.FLOAT.get(memory.bytes, at);
  }

  public static float f32Load(int address, int offset, MemoryView memory) {
    if (address < 0 || offset < 0) {
      throw MemoryBounds.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, memory.limit - 3);
    return (float) HeapMemory.FLOAT.get(memory.bytes, at);
  }

  public static double f64Load(int address, MemoryView memory) {
    int at = Objects.checkIndex(address, memory.limit - 7);
    return (double) HeapMemory.DOUBLE.get(memory.bytes, at);
  }

  public static double f64Load(int address, int offset, MemoryView memory) {
    if (address < 0 || offset < 0) {
      throw MemoryBounds.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, memory.limit - 7);
    return (double) HeapMemory.DOUBLE.get(memory.bytes, at);
  }

  public static int i32Load8S(int address, MemoryView memory) {
    int at = Objects.checkIndex(address, memory.limit);
    return memory.bytes[at];
  }

  public static int i32Load8S(int address, int offset, MemoryView memory) {
    if (address < 0 || offset < 0) {
      throw MemoryBounds.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, memory.limit);
    return memory.bytes[at];
  }

  public static int i32Load8U(int address, MemoryView memory) {
    int at = Objects.checkIndex(address, memory.limit);
    return memory.bytes[at] & 0xff;
  }

  public static int i32Load8U(int address, int offset, MemoryView memory) {
    if (address < 0 || offset < 0) {
      throw MemoryBounds.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, memory.limit);
    return memory.bytes[at] & 0xff;
  }

  public static int i32Load16S(int address, MemoryView memory) {
    int at = Objects.checkIndex(address, memory.limit - 1);
    return (short) HeapMemory.SHORT.get(memory.bytes, at);
  }

  public static int i32Load16S(int address, int offset, MemoryView memory) {
    if (address < 0 || offset < 0) {
      throw MemoryBounds.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, memory.limit - 1);
    return (short) HeapMemory.SHORT.get(memory.bytes, at);
  }

  public static int i32Load16U(int address, MemoryView memory) {
    int at = Objects.checkIndex(address, memory.limit - 1);
    return (short) HeapMemory.SHORT.get(memory.bytes, at) & 0xffff;
  }

  public static int i32Load16U(int address, int offset, MemoryView memory) {
    if (address < 0 || offset < 0) {
      throw MemoryBounds.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, memory.limit - 1);
    return (short) HeapMemory.SHORT.get(memory.bytes, at) & 0xffff;
  }

  public static long i64Load8S(int address, MemoryView memory) {
    int at = Objects.checkIndex(address, memory.limit);
    return memory.bytes[at];
  }

  public static long i64Load8S(int address, int offset, MemoryView memory) {
    if (address < 0 || offset < 0) {
      throw MemoryBounds.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, memory.limit);
    return memory.bytes[at];
  }

  public static long i64Load8U(int address, MemoryView memory) {
    int at = Objects.checkIndex(address, memory.limit);
    return memory.bytes[at] & 0xffL;
  }

  public static long i64Load8U(int address, int offset, MemoryView memory) {
    if (address < 0 || offset < 0) {
      throw MemoryBounds.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, memory.limit);
    return memory.bytes[at] & 0xffL;
  }

  public static long i64Load16S(int address, MemoryView memory) {
    int at = Objects.checkIndex(address, memory.limit - 1);
    return (short) HeapMemory.SHORT.get(memory.bytes, at);
  }

  public static long i64Load16S(int address, int offset, MemoryView memory) {
    if (address < 0 || offset < 0) {
      throw MemoryBounds.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, memory.limit - 1);
    return (short) HeapMemory.SHORT.get(memory.bytes, at);
  }

  public static long i64Load16U(int address, MemoryView memory) {
    int at = Objects.checkIndex(address, memory.limit - 1);
    return (short) HeapMemory.SHORT.get(memory.bytes, at) & 0xffffL;
  }

  public static long i64Load16U(int address, int offset, MemoryView memory) {
    if (address < 0 || offset < 0) {
      throw MemoryBounds.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, memory.limit - 1);
    return (short) HeapMemory.SHORT.get(memory.bytes, at) & 0xffffL;
  }

  public static long i64Load32S(int address, MemoryView memory) {
    int at = Objects.checkIndex(address, memory.limit - 3);
    return (int) HeapMemory.INT.get(memory.bytes, at);
  }

  public static long i64Load32S(int address, int offset, MemoryView memory) {
    if (address < 0 || offset < 0) {
      throw MemoryBounds.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, memory.limit - 3);
    return (int) HeapMemory.INT.get(memory.bytes, at);
  }

  public static long i64Load32U(int address, MemoryView memory) {
    int at = Objects.checkIndex(address, memory.limit - 3);
    return (int) HeapMemory.INT.get(memory.bytes, at) & 0xffff_ffffL;
  }

  public static long i64Load32U(int address, int offset, MemoryView memory) {
    if (address < 0 || offset < 0) {
      throw MemoryBounds.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, memory.limit - 3);
    return (int) HeapMemory.INT.get(memory.bytes, at) & 0xffff_ffffL;
  }
}
