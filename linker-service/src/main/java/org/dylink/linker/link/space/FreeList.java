package org.dylink.linker.link.space;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Free ranges of addresses or slots. The lowest that fits is taken first; neighbours are joined.
 * Link maps read them in other threads.
 */
final class FreeList {
  private final TreeMap<Long, Long> ends = new TreeMap<>(); // start to end; guarded by this

  /** Gives a range back; it must not overlap another free one. */
  synchronized void free(long start, long size) {
    if (size == 0) {
      return;
    }
    long end = start + size;
    Map.Entry<Long, Long> below = ends.floorEntry(start);
    if (below != null && below.getValue() == start) {
      start = below.getKey();
    }
    Long above = ends.remove(end);
    ends.put(start, above == null ? end : above);
  }

  /** Takes {@code size} units, aligned; empty if no range has them. Nothing is found anywhere. */
  synchronized OptionalLong take(long size, int alignment) {
    if (size == 0) {
      return OptionalLong.of(0);
    }
    for (Map.Entry<Long, Long> range : ends.entrySet()) {
      long start = RegionPlacer.align(range.getKey(), alignment);
      if (start + size <= range.getValue()) {
        split(range.getKey(), range.getValue(), start, start + size);
        return OptionalLong.of(start);
      }
    }
    return OptionalLong.empty();
  }

  /** Forgets all. */
  synchronized void clear() {
    ends.clear();
  }

  /** The free ranges, lowest first, as start and size. */
  synchronized List<long[]> ranges() {
    List<long[]> all = new ArrayList<>();
    ends.forEach((start, end) -> all.add(new long[] {start, end - start}));
    return all;
  }

  private void split(long oldStart, long oldEnd, long start, long end) {
    ends.remove(oldStart);
    if (oldStart < start) {
      ends.put(oldStart, start);
    }
    if (end < oldEnd) {
      ends.put(end, oldEnd);
    }
  }
}
