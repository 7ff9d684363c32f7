package org.dylink.engine.jvm.run.memory;

import java.nio.ByteBuffer;

/** The data segments of an instance: the module's, and which of them are dropped. */
public final class DataSegments {
  private static final int COPIED_AT_ONCE = 1 << 16;

  private final ModuleData module;
  private final boolean[] isDropped;

  /**
   * @param count how many the module has
   */
  public DataSegments(ModuleData module, int count) {
    this.module = module;
    this.isDropped = new boolean[count];
  }

  /** Whether a segment has no bytes, because it is dropped or never had any. */
  public boolean isEmpty(int segment) {
    return size(segment) == 0;
  }

  void drop(int segment) {
    isDropped[segment] = true;
  }

  int size(int segment) {
    return isDropped[segment] ? 0 : module.dataSize(segment);
  }

  void copyTo(LinearMemory target, int segment, int from, long to, int size) {
    byte[] part = new byte[Math.min(size, COPIED_AT_ONCE)];
    for (int done = 0; done < size; done += part.length) {
      int more = Math.min(size - done, part.length);
      module.bytes().copy(module.dataStart(segment) + from + done, part, 0, more);
      target.write(to + done, part, 0, more);
    }
  }

  void copy(int segment, int from, ByteBuffer target, int to, int size) {
    module.bytes().copy(module.dataStart(segment) + from, target, to, size);
  }

  void copy(int segment, int from, byte[] target, int to, int size) {
    module.bytes().copy(module.dataStart(segment) + from, target, to, size);
  }
}
