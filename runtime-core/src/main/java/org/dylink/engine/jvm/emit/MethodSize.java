package org.dylink.engine.jvm.emit;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodTooLargeException;

/**
 * How large a method has become. One that no class can hold is given up where that shows: what is
 * still to come may be thousands of times as much.
 */
final class MethodSize {
  private static final int MOST_BYTES = 65_535;
  private static final int MOST_SLOTS = 65_535;

  /**
   * HotSpot keeps the stack maps of a method in one piece, of up to three bytes an entry, and ends
   * the JVM if that were more than 16 MiB; its verifier takes 16 bytes for each.
   */
  private static final int MOST_MAP_ENTRIES = 2_000_000;

  private Object[] lastMap;
  private int mapEntries;

  /**
   * Counts a stack map: as a few bytes only, if the same locals and hardly an operand are in it.
   */
  void addMap(Object[] locals, int operands) {
    boolean isShort = locals == lastMap && operands <= 1;
    mapEntries += isShort ? 1 : locals.length + operands;
    lastMap = locals;
    check(mapEntries, MOST_MAP_ENTRIES);
  }

  /** Looks where a label is, which is set. */
  void check(Label label) {
    check(label.getOffset(), MOST_BYTES);
  }

  /** Looks at how many slots a method has. */
  void check(LocalSlots slots) {
    check(slots.size(), MOST_SLOTS);
  }

  private static void check(int size, int most) {
    if (size > most) {
      throw new MethodTooLargeException("", "", "", size);
    }
  }
}
