package org.dylink.linker.link.space;

import java.util.List;
import java.util.OptionalLong;
import org.dylink.engine.Memory;
import org.dylink.format.MemoryInfo;
import org.dylink.format.MemoryType;
import org.dylink.linker.DataRegion;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;

/**
 * The parts of a program's memory that the linker gives away while the program runs. They lie in
 * what {@code memory.grow} has returned to it; C's malloc grows the same memory. Threads may share
 * it.
 */
final class DataRegions {
  private final Memory memory;
  private final FreeList free = new FreeList();

  DataRegions(Memory memory) {
    this.memory = memory;
  }

  /**
   * Takes zeroed memory.
   *
   * @param asker for the message
   * @throws LinkException NO_SPACE; nothing is taken then, though the memory may have grown
   */
  synchronized DataRegion take(String asker, long size, int alignment) throws LinkException {
    OptionalLong found = free.take(size, alignment);
    if (found.isEmpty()) {
      growFor(asker, size, alignment);
      found = free.take(size, alignment);
    }
    DataRegion region = new DataRegion(found.orElseThrow(), size);
    // Whoever had it before has left bytes behind, and C expects zeroes in its bss.
    clear(region);
    return region;
  }

  /** Leaves these free, and no others. */
  synchronized void setFree(List<DataRegion> unused) {
    free.clear();
    unused.forEach(this::giveBack);
  }

  void giveBack(DataRegion region) {
    free.free(region.address(), region.size());
  }

  void clear(DataRegion region) {
    memory.fill(region.address(), (byte) 0, region.size());
  }

  /** Those that nobody has, lowest first. */
  List<DataRegion> free() {
    return free.ranges().stream().map(r -> new DataRegion(r[0], r[1])).toList();
  }

  /** Instances are refused a memory below the minimum that they declare. */
  synchronized void growToMinimum(String library, long pages) throws LinkException {
    if (pages > memory.pages()) {
      grow(library, pages - memory.pages(), "memory does not fit: needs " + pages);
    }
  }

  private void growFor(String asker, long size, int alignment) throws LinkException {
    long bytes = size + alignment - 1L;
    long pages = (bytes + MemoryType.PAGE_SIZE - 1) / MemoryType.PAGE_SIZE;
    String need =
        String.format("data region does not fit: needs %d bytes aligned to %d", size, alignment);
    grow(asker, pages, need);
  }

  // The program's malloc grows the same memory: only what this call of grow returns is ours.
  private void grow(String asker, long pages, String need) throws LinkException {
    long old = memory.grow(pages);
    if (old < 0) {
      String detail =
          String.format(
              "%s, memory has %d pages of at most %d", need, memory.pages(), memory.maximumPages());
      throw LinkException.of(Reason.NO_SPACE, asker, detail, null);
    }
    free.free(old * MemoryType.PAGE_SIZE, pages * MemoryType.PAGE_SIZE);
  }

  /** What a library asks for. */
  DataRegion take(String library, MemoryInfo info) throws LinkException {
    return take(library, info.memorySize(), info.memoryAlignment());
  }
}
