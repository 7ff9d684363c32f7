package org.dylink.engine.jvm.run.memory;

/**
 * Instructions on a shared memory as a whole (WebAssembly Core, Execution, Memory Instructions).
 * Both ranges are checked before a byte is changed; bytes come and go in no order.
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
    int from = MemoryBounds.range(source, size, memory.limit);
    int to = MemoryBounds.range(target, size, memory.limit);
    memory.buffer.put(to, memory.buffer, from, size);
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
