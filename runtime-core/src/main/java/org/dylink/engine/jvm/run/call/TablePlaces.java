package org.dylink.engine.jvm.run.call;

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

  TablePlaces(Object[] elements) {
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(2 * elements.length);
    this.slots = new int[1 << bits];
    this.shift = Integer.SIZE - bits;
    this.isWhole = addAll(elements);
  }

  /** Whether a table of that size is worth it. */
  static boolean areFor(int size) {
    return size >= SMALLEST && size <= LARGEST;
  }

  private boolean addAll(Object[] elements) {
    for (int i = 0; i < elements.length; i++) {
      if (elements[i] instanceof EntryPoint entry && entry.codeId != 0 && !add(entry, i)) {
        return false;
      }
    }
    return true;
  }

  private boolean add(EntryPoint entry, int place) {
    int slot = first(entry);
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      if (slots[slot] == 0) {
        slots[slot] = place + 1;
        return true;
      }
      slot = after(slot);
    }
    return false;
  }

  private int first(EntryPoint entry) {
    return (entry.codeId * GOLDEN) >>> shift;
  }

  private int after(int slot) {
    return (slot + 1) & (slots.length - 1);
  }

  /**
   * Puts an entry in the place of another.
   *
   * @return whether the other one was found; if not, it may be somewhere else
   */
  boolean replace(Object[] elements, EntryPoint before, EntryPoint now) {
    if (!isWhole) {
      return false;
    }
    boolean found = false;
    for (int slot = first(before); slots[slot] != 0; slot = after(slot)) {
      int place = slots[slot] - 1;
      if (elements[place] == before) {
        JvmTable.replace(elements, place, before, now);
        found = true;
      }
    }
    return found;
  }
}
