package org.dylink.machine.run;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Things by where they lie in memory. What lies at the same place has the same end. */
final class AddressRanges<T> {
  private record Range<T>(long end, List<T> things) {}

  private final NavigableMap<Long, Range<T>> ranges = new TreeMap<>();

  void add(long from, long size, T thing) {
    ranges
        .computeIfAbsent(from, any -> new Range<>(from + size, new ArrayList<>()))
        .things()
        .add(thing);
  }

  /** What an address lies in, or just behind: a call may be the last instruction of its code. */
  List<T> at(long address) {
    var found = ranges.floorEntry(address);
    return found == null || address > found.getValue().end()
        ? List.of()
        : found.getValue().things();
  }
}
