package org.dylink.engine.jvm.run.memory;

/**
 * Instructions on a memory beside the JVM's heap, as a whole (WebAssembly Core, Execution, Memory
 * Instructions). Both ranges are checked before a byte is changed; bytes come and go in no order.
 */
public final class SharedInstructions {
  private SharedInstructions() {}

  public static int memorySize(MemoryView memory) {
    return MemoryInstructions.memorySize(memory);
  }

  public static int memoryGrow(int pages, MemoryView memory) {
    return MemoryInstructions.memoryGrow(pages, memory);
  }

  public static void memoryCopy(int target, int source, int size, MemoryView memory) {
    MemoryCopies.memoryCopy(target, source, size, memory, memory);
  }

  public static void memoryFill(int target, int value, int size, MemoryView memory) {
    memory.memory.fill(target, (byte) value, size);
  }

  public static void memoryInit(int target, int source, int size, int segment, MemoryView memory) {
    MemoryInstructions.memoryInit(target, source, size, segment, memory);
  }

  public static void dataDrop(int segment, MemoryView memory) {
    MemoryInstructions.dataDrop(segment, memory);
  }
}
