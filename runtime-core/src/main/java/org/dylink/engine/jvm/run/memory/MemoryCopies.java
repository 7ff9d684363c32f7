package org.dylink.engine.jvm.run.memory;

/**
 * The instruction {@code memory.copy} between two memories of whatever kinds, addressed each in its
 * own way (WebAssembly Core, Execution, Memory Instructions).
 */
public final class MemoryCopies {
  private MemoryCopies() {}

  public static void memoryCopy(int target, int source, int size, MemoryView to, MemoryView from) {
    long bytes = Integer.toUnsignedLong(size);
    copy(Integer.toUnsignedLong(target), Integer.toUnsignedLong(source), bytes, to, from);
  }

  public static void memoryCopy(long target, int source, int size, MemoryView to, MemoryView from) {
    copy(target, Integer.toUnsignedLong(source), Integer.toUnsignedLong(size), to, from);
  }

  public static void memoryCopy(int target, long source, int size, MemoryView to, MemoryView from) {
    copy(Integer.toUnsignedLong(target), source, Integer.toUnsignedLong(size), to, from);
  }

  public static void memoryCopy(
      long target, long source, long size, MemoryView to, MemoryView from) {
    copy(target, source, size, to, from);
  }

  private static void copy(long target, long source, long size, MemoryView to, MemoryView from) {
    to.memory.copyFrom(from.memory, source, target, size);
  }
}
