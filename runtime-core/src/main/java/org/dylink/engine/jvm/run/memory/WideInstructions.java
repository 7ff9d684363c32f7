package org.dylink.engine.jvm.run.memory;

/** {@link MemoryInstructions} on a memory of whichever kind with addresses of 64 bits. */
public final class WideInstructions {
  private WideInstructions() {}

  public static long memorySize(MemoryView memory) {
    return memory.memory.pages();
  }

  public static long memoryGrow(long pages, MemoryView memory) {
    return MemoryInstructions.grow(pages, memory);
  }

  public static void memoryCopy(long target, long source, long size, MemoryView memory) {
    MemoryCopies.memoryCopy(target, source, size, memory, memory);
  }

  public static void memoryFill(long target, int value, long size, MemoryView memory) {
    memory.memory.fill(target, (byte) value, size);
  }

  public static void memoryInit(long target, int source, int size, int segment, MemoryView memory) {
    MemoryInstructions.init(target, source, size, segment, memory);
  }
}
