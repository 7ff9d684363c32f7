package org.dylink.linker.link.replace;

/** RegionWords of 32 bits in a region, as WebAssembly has them: the low byte first. */
final class RegionWords {
  static final int SIZE = 4;

  private RegionWords() {}

  /** The word at an offset; what is behind the end counts as 0. */
  static int at(byte[] bytes, int offset) {
    int word = 0;
    for (int i = 0; i < SIZE && offset + i < bytes.length; i++) {
      word |= (bytes[offset + i] & 0xff) << (8 * i);
    }
    return word;
  }

  /** Whether two have the same bytes in a word; there may be fewer at the end. */
  static boolean areEqual(byte[] one, byte[] other, int offset) {
    return at(one, offset) == at(other, offset);
  }

  /** Puts a word of one into the other. */
  static void copy(byte[] from, byte[] to, int offset) {
    int end = Math.min(Math.min(offset + SIZE, from.length), to.length);
    if (end > offset) {
      System.arraycopy(from, offset, to, offset, end - offset);
    }
  }
}
