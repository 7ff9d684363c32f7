package org.dylink.engine.jvm.run.call;

import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/**
 * Where in a large table the entries of functions are. A table of C++ has tens of thousands of
 * elements, thousands of which are replaced while a program runs: each at its first call.
 * Immutable; what is put into the table later is not known here.
 */
public final class TablePlaces {
  // Smaller tables are as well looked through; larger ones are no compiler's, and take the heap.
  private static final int SMALLEST = 1_024;
  private static final int LARGEST = 1 << 18;

  // A function may stand in all places of a table: then nothing is found faster than by looking.
  private static final int MOST_TRIES = 64;
  private static final int GOLDEN = 0x9e37_79b1; // spreads numbers that follow each other

  // Open addressing by the number of the code: a place and one; 0 where there is none.
  private final int[] slots;
  private final int shift;
  private final boolean isWhole;

  /**
   * @param size of the table
   * @param codes the number of the code at a place; 0 where there is none
   */
  TablePlaces(int size, IntUnaryOperator codes) {
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(2 * size);
    this.slots = new int[1 << bits];
    this.shift = Integer.SIZE - bits;
    this.isWhole = addAll(size, codes);
  }

  /** Whether a table of that size is worth it. */
  static boolean areFor(int size) {
    return size >= SMALLEST && size <= LARGEST;
  }

  private boolean addAll(int size, IntUnaryOperator codes) {
    for (int i = 0; i < size; i++) {
      int code = codes.applyAsInt(i);
      if (code != 0 && !add(code, i)) {
        return false;
      }
    }
    return true;
  }

  private boolean add(int code, int place) {
    int slot = first(code);
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      if (slots[slot] == 0) {
        slots[slot] = place + 1;
        return true;
      }
      slot = after(slot);
    }
    return false;
  }

  private int first(int code) {
    return (code * GOLDEN) >>> shift;
  }

  private int after(int slot) {
    return (slot + 1) & (slots.length - 1);
  }

  /**
   * Replaces what has a code, at each place where it was.
   *
   * @param replacing whether what is to be replaced was still at a place
   * @return whether it was found; if not, it may be somewhere else
   */
  boolean replace(int code, IntPredicate replacing) {
    if (!isWhole) {
      return false;
    }
    boolean found = false;
    for (int slot = first(code); slots[slot] != 0; slot = after(slot)) {
      found |= replacing.test(slots[slot] - 1);
    }
    return found;
  }
}
