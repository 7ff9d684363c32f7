package org.dylink.engine.jvm.run.memory;

import java.util.Arrays;
import org.dylink.engine.stack.StackReserve;

/**
 * Instructions on the memory as a whole (WebAssembly Core, Execution, Memory Instructions). Those
 * that copy check both ranges before they change a byte.
 */
public final class MemoryInstructions {
  private MemoryInstructions() {}

  public static int memorySize(MemoryView memory) {
    return (int) memory.memory.pages();
  }

  public static int memoryGrow(int pages, MemoryView memory) {
    return (int) grow(Integer.toUnsignedLong(pages), memory);
  }

  static long grow(long pages, MemoryView memory) {
    StackReserve.check(); // room that is made in part is worse than none
    return memory.memory.grow(pages);
  }

  public static void memoryCopy(int target, int source, int size, MemoryView memory) {
    int from = MemoryBounds.range(source, size, memory.limit);
    int to = MemoryBounds.range(target, size, memory.limit);
    System.arraycopy(memory.bytes, from, memory.bytes, to, size);
  }

  public static void memoryFill(int target, int value, int size, MemoryView memory) {
    int from = MemoryBounds.range(target, size, memory.limit);
    Arrays.fill(memory.bytes, from, from + size, (byte) value);
  }

  public static void memoryInit(int target, int source, int size, int segment, MemoryView memory) {
    init(Integer.toUnsignedLong(target), source, size, segment, memory);
  }

  /**
   * Copies of a data segment.
   *
   * @param target an unsigned number
   */
  public static void init(long target, int source, int size, int segment, MemoryView memory) {
    int from = MemoryBounds.range(source, size, memory.data.size(segment));
    long to = MemoryBounds.range(target, Integer.toUnsignedLong(size), memory.memory.limit());
    memory.memory.copyFrom(memory.data, segment, from, to, size);
  }

  public static void dataDrop(int segment, MemoryView memory) {
    memory.data.drop(segment);
  }
}
