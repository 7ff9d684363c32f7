package org.dylink.engine.heap;

import java.util.Arrays;
import java.util.Optional;
import org.dylink.engine.EngineLimitException;

/**
 * The arrays that tables keep their elements in, whatever these are: the first, and larger ones.
 */
public final class TableElements {
  /** What a Java array of references takes without trouble; C programs have some thousand slots. */
  public static final int MOST = 10_000_000;

  private TableElements() {}

  /**
   * The array that a table begins with.
   *
   * @param none an empty one
   * @throws EngineLimitException if it would be larger than {@link #MOST}, or than the heap has
   */
  public static <T> T[] first(T[] none, long size) {
    if (size > MOST) {
      throw new EngineLimitException(
          "table of " + size + " elements: this engine has at most " + MOST);
    }
    return larger(none, (int) size)
        .orElseThrow(
            () ->
                new EngineLimitException(
                    "table of " + size + " elements: the JVM has no heap left for it"));
  }

  /** A copy of so many elements, the new ones null; empty if the heap has no room for it. */
  public static <T> Optional<T[]> larger(T[] elements, int size) {
    return HeapReserve.make((long) size * Long.BYTES, () -> Arrays.copyOf(elements, size));
  }
}
