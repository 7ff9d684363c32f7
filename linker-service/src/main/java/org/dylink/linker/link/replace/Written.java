package org.dylink.linker.link.replace;

import java.util.stream.IntStream;

/** What a program has written into a library's region since the library was linked, by words. */
final class Written {
  private final InitialImage first;
  private final byte[] now;

  /**
   * @param now what the region holds at this moment
   */
  Written(InitialImage first, byte[] now) {
    this.first = first;
    this.now = now;
  }

  byte[] now() {
    return now;
  }

  /** The offsets of all words of the region. */
  IntStream words() {
    return IntStream.iterate(0, offset -> offset < now.length, offset -> offset + RegionWords.SIZE);
  }

  /** Whether a word is another one than at first. */
  boolean has(int offset) {
    return !RegionWords.areEqual(first.bytes(), now, offset)
        && !first.isGuard(offset, RegionWords.at(now, offset));
  }

  /** Whether any byte of a symbol's is another one than at first. */
  boolean has(DataSymbol symbol) {
    return IntStream.range(symbol.offset(), symbol.end())
        .anyMatch(offset -> first.bytes()[offset] != now[offset]);
  }
}
