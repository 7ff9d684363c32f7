package org.dylink.machine.llvm;

import java.util.Map;
import java.util.TreeMap;
import org.dylink.engine.machine.ThreadLayout;

/**
 * Functions whose frames take more of the stack than there is without a check of its own.
 *
 * @param sizes how many bytes each takes at most, by its index
 */
record LargeFrames(Map<Integer, Long> sizes) {
  static final LargeFrames NONE = new LargeFrames(Map.of());

  // The check itself takes a little, and what a call pushes is not counted.
  private static final long MORE = 4096;

  /**
   * These, and those that were found to be larger.
   *
   * @param found what LLVM has told, by names
   */
  LargeFrames with(Map<String, Long> found) {
    Map<Integer, Long> all = new TreeMap<>(sizes);
    found.forEach(
        (name, size) -> {
          if (name.matches("f\\d+")) {
            int function = Integer.parseInt(name.substring(1));
            if (size > all.getOrDefault(function, 0L)) {
              all.put(function, size + MORE);
            }
          } else if (size > 2 * ThreadLayout.UNCHECKED_FRAME) {
            throw new IllegalStateException("BUG: " + name + " takes " + size + " bytes of stack");
          }
        });
    return new LargeFrames(all);
  }
}
