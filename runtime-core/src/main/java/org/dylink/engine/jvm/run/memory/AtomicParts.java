package org.dylink.engine.jvm.run.memory;

/**
 * 8 or 16 bits of a word, which no view of a buffer compares and exchanges. The whole word is: it
 * is tried again when another thread has changed any of it in between, its other parts too. Objects
 * of this class are gone once HotSpot has compiled what makes them.
 */
final class AtomicParts {
  private static final int BYTE_MASK = 0xff;
  private static final int SHORT_MASK = 0xffff;

  private final AtomicCells cells;
  private final long word;
  private final int shift;
  private final int mask;

  private AtomicParts(AtomicCells cells, long at, int mask) {
    this.cells = cells;
    this.word = at & -Integer.BYTES;
    this.shift = (int) (at - word) * Byte.SIZE;
    this.mask = mask;
  }

  static AtomicParts of8(long at, LinearMemory memory) {
    return new AtomicParts(memory.cells(), at, BYTE_MASK);
  }

  static AtomicParts of16(long at, LinearMemory memory) {
    return new AtomicParts(memory.cells(), at, SHORT_MASK);
  }

  int get() {
    return part(cells.get(word));
  }

  int getAndSet(int value) {
    return addTo(0, value);
  }

  int getAndAdd(int value) {
    return addTo(mask, value);
  }

  /** Adds to those bits of what is there that count. */
  private int addTo(int counting, int value) {
    int seen = cells.get(word);
    int found = replace(seen, (part(seen) & counting) + value);
    while (found != seen) {
      seen = found;
      found = replace(seen, (part(seen) & counting) + value);
    }
    return part(seen);
  }

  // The other parts of the word stay as they are.

  int getAndAnd(int value) {
    return part(cells.getAndAnd(word, in(0, value) | ~in(0, mask)));
  }

  int getAndOr(int value) {
    return part(cells.getAndOr(word, in(0, value)));
  }

  int getAndXor(int value) {
    return part(cells.getAndXor(word, in(0, value)));
  }

  /** Of the expected value only as many bits count as there are to compare. */
  int compareAndExchange(int expected, int value) {
    int seen = cells.get(word);
    while (part(seen) == (expected & mask)) {
      int found = replace(seen, value);
      if (found == seen) {
        break;
      }
      seen = found;
    }
    return part(seen);
  }

  private int replace(int seen, int value) {
    return cells.compareAndExchange(word, seen, in(seen & ~in(0, mask), value));
  }

  private int part(int whole) {
    return whole >>> shift & mask;
  }

  private int in(int whole, int value) {
    return whole | (value & mask) << shift;
  }
}
