package org.dylink.engine.jvm.run.memory;

/**
 * Loads from a memory beside the JVM's heap that may be of any size, at addresses of 32 or of 64
 * bits. The effective address is their sum with the offset, which may have a bit more. Bytes are
 * read as {@link SharedLoads} says.
 */
public final class LargeLoads {
  private LargeLoads() {}

  public static int i32Load(int address, int offset, MemoryView memory) {
    long at = LargeBytes.at(address, offset, memory.size - 3);
    return LargeBytes.getInt(memory, at);
  }

  public static int i32Load(long address, long offset, MemoryView memory) {
    long at = LargeBytes.at(address, offset, memory.size - 3);
    return LargeBytes.getInt(memory, at);
  }

  public static long i64Load(int address, int offset, MemoryView memory) {
    long at = LargeBytes.at(address, offset, memory.size - 7);
    return LargeBytes.getLong(memory, at);
  }

  public static long i64Load(long address, long offset, MemoryView memory) {
    long at = LargeBytes.at(address, offset, memory.size - 7);
    return LargeBytes.getLong(memory, at);
  }

  public static float f32Load(int address, int offset, MemoryView memory) {
    long at = LargeBytes.at(address, offset, memory.size - 3);
    return LargeBytes.getFloat(memory, at);
  }

  public static float f32Load(long address, long offset, MemoryView memory) {
    long at = LargeBytes.at(address, offset, memory.size - 3);
    return LargeBytes.getFloat(memory, at);
  }

  public static double f64Load(int address, int offset, MemoryView memory) {
    long at = LargeBytes.at(address, offset, memory.size - 7);
    return LargeBytes.getDouble(memory, at);
  }

  public static double f64Load(long address, long offset, MemoryView memory) {
    long at = LargeBytes.at(address, offset, memory.size - 7);
    return LargeBytes.getDouble(memory, at);
  }

  public static int i32Load8S(int address, int offset, MemoryView memory) {
    long at = LargeBytes.at(address, offset, memory.size);
    return LargeBytes.getByte(memory, at);
  }

  public static int i32Load8S(long address, long offset, MemoryView memory) {
    long at = LargeBytes.at(address, offset, memory.size);
    return LargeBytes.getByte(memory, at);
  }

  public static int i32Load8U(int address, int offset, MemoryView memory) {
    long at = LargeBytes.at(address, offset, memory.size);
    return LargeBytes.getByte(memory, at) & 0xff;
  }

  public static int i32Load8U(long address, long offset, MemoryView memory) {
    long at = LargeBytes.at(address, offset, memory.size);
    return LargeBytes.getByte(memory, at) & 0xff;
  }

  public static int i32Load16S(int address, int offset, MemoryView memory) {
    long at = LargeBytes.at(address, offset, memory.size - 1);
    return LargeBytes.getShort(memory, at);
  }

  public static int i32Load16S(long address, long offset, MemoryView memory) {
    long at = LargeBytes.at(address, offset, memory.size - 1);
    return LargeBytes.getShort(memory, at);
  }

  public static int i32Load16U(int address, int offset, MemoryView memory) {
    long at = LargeBytes.at(address, offset, memory.size - 1);
    return LargeBytes.getShort(memory, at) & 0xffff;
  }

  public static int i32Load16U(long address, long offset, MemoryView memory) {
    long at = LargeBytes.at(address, offset, memory.size - 1);
    return LargeBytes.getShort(memory, at) & 0xffff;
  }

  public static long i64Load8S(int address, int offset, MemoryView memory) {
    long at = LargeBytes.at(address, offset, memory.size);
    return LargeBytes.getByte(memory, at);
  }

  public static long i64Load8S(long address, long offset, MemoryView memory) {
    long at = LargeBytes.at(address, offset, memory.size);
    return LargeBytes.getByte(memory, at);
  }

  public static long i64Load8U(int address, int offset, MemoryView memory) {
    long at = LargeBytes.at(address, offset, memory.size);
    return LargeBytes.getByte(memory, at) & 0xffL;
  }

  public static long i64Load8U(long address, long offset, MemoryView memory) {
    long at = LargeBytes.at(address, offset, memory.size);
    return LargeBytes.getByte(memory, at) & 0xffL;
  }

  public static long i64Load16S(int address, int offset, MemoryView memory) {
    long at = LargeBytes.at(address, offset, memory.size - 1);
    return LargeBytes.getShort(memory, at);
  }

  public static long i64Load16S(long address, long offset, MemoryView memory) {
    long at = LargeBytes.at(address, offset, memory.size - 1);
    return LargeBytes.getShort(memory, at);
  }

  public static long i64Load16U(int address, int offset, MemoryView memory) {
    long at = LargeBytes.at(address, offset, memory.size - 1);
    return LargeBytes.getShort(memory, at) & 0xffffL;
  }

  public static long i64Load16U(long address, long offset, MemoryView memory) {
    long at = LargeBytes.at(address, offset, memory.size - 1);
    return LargeBytes.getShort(memory, at) & 0xffffL;
  }

  public static long i64Load32S(int address, int offset, MemoryView memory) {
    long at = LargeBytes.at(address, offset, memory.size - 3);
    return LargeBytes.getInt(memory, at);
  }

  public static long i64Load32S(long address, long offset, MemoryView memory) {
    long at = LargeBytes.at(address, offset, memory.size - 3);
    return LargeBytes.getInt(memory, at);
  }

  public static long i64Load32U(int address, int offset, MemoryView memory) {
    long at = LargeBytes.at(address, offset, memory.size - 3);
    return LargeBytes.getInt(memory, at) & 0xffff_ffffL;
  }

  public static long i64Load32U(long address, long offset, MemoryView memory) {
    long at = LargeBytes.at(address, offset, memory.size - 3);
    return LargeBytes.getInt(memory, at) & 0xffff_ffffL;
  }
}
