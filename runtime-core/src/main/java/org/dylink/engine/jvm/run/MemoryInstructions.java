package org.dylink.engine.jvm.run;

import java.util.Arrays;

/**
 * Instructions on the memory as a whole (WebAssembly Core, Execution, Memory Instructions). Those
 * that copy check both ranges before they change a byte.
 */
public final class MemoryInstructions {
  private MemoryInstructions() {}

  public static int memorySize(InstanceState state) {
    return state.memory.pages();
  }

  public static int memoryGrow(int pages, InstanceState state) {
    return state.memory.grow(pages);
  }

  public static void memoryCopy(int target, int source, int size, InstanceState state) {
    int from = MemoryBounds.range(source, size, state);
    int to = MemoryBounds.range(target, size, state);
    System.arraycopy(state.bytes, from, state.bytes, to, size);
  }

  public static void memoryFill(int target, int value, int size, InstanceState state) {
    int from = MemoryBounds.range(target, size, state);
    Arrays.fill(state.bytes, from, from + size, (byte) value);
  }

  public static void memoryInit(
      int target, int source, int size, int segment, InstanceState state) {
    int available = state.isDataDropped[segment] ? 0 : state.code.dataSize(segment);
    int from = MemoryBounds.range(source, size, available);
    int to = MemoryBounds.range(target, size, state);
    state.code.bytes().copy(state.code.dataStart(segment) + from, state.bytes, to, size);
  }

  public static void dataDrop(int segment, InstanceState state) {
    state.isDataDropped[segment] = true;
  }
}
