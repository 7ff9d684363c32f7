package org.dylink.linker.link.snapshot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dylink.engine.Memory;
import org.dylink.format.MemoryType;

/**
 * A part of a memory that is not zero all over.
 *
 * @param bytes not changed any more
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record MemoryPart(long address, byte[] bytes) {
  private static final int BLOCK = 4 << 10;

  /** Those of a memory, lowest first; neighbours are one. */
  static List<MemoryPart> of(Memory memory) {
    List<MemoryPart> parts = new ArrayList<>();
    byte[] page = new byte[MemoryType.PAGE_SIZE];
    for (long number = 0; number < memory.pages(); number++) {
      long address = number * MemoryType.PAGE_SIZE;
      memory.read(address, page, 0, page.length);
      add(parts, address, page);
    }
    return parts;
  }

  private static void add(List<MemoryPart> parts, long address, byte[] page) {
    int start = 0;
    while (start < page.length) {
      int end = start;
      while (end < page.length && !isZero(page, end)) {
        end += BLOCK;
      }
      if (end > start) {
        parts.add(new MemoryPart(address + start, Arrays.copyOfRange(page, start, end)));
      }
      start = end + BLOCK;
    }
  }

  private static final byte[] ZEROES = new byte[BLOCK];

  private static boolean isZero(byte[] page, int start) {
    return Arrays.equals(page, start, start + BLOCK, ZEROES, 0, BLOCK);
  }

  void writeTo(Memory memory) {
    memory.write(address, bytes, 0, bytes.length);
  }
}
