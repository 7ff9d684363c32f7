package org.dylink.machine.llvm;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dylink.engine.machine.ThreadLayout;
import org.dylink.machine.ir.LargeFunction;

/**
 * Functions whose frames take more of the stack than there is without a check of its own.
 *
 * @param sizes how many bytes each takes at most, by its index
 */
record LargeFrames(Map<Integer, Long> sizes) {
  static final LargeFrames NONE = new LargeFrames(Map.of());

  // Registers that are saved and what a call pushes are not counted.
  private static final long MORE = 4096;

  private static final Pattern OF_MODULE =
      Pattern.compile("f(\\d+)(" + Pattern.quote(LargeFunction.SUFFIX) + ")?");

  /**
   * These, and those that were found to be larger.
   *
   * @param found what LLVM has told, by names
   */
  LargeFrames with(Map<String, Long> found) {
    Map<Integer, Long> all = new TreeMap<>(sizes);
    found.forEach(
        (name, size) -> {
          Matcher named = OF_MODULE.matcher(name);
          if (named.matches()) {
            int function = Integer.parseInt(named.group(1));
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
