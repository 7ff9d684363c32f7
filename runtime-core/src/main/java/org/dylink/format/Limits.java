package org.dylink.format;

/**
 * The size limits of a memory (in 64 KiB pages) or a table (in elements).
 *
 * @param minimum the size at creation
 * @param maximum the size never passed; {@link #UNBOUNDED} where the module names none
 */
public record Limits(long minimum, long maximum) {
  /** The largest that is told from others; whatever a module names beyond it counts as this. */
  public static final long LARGEST = Long.MAX_VALUE - 1;

  /** Stands for "no maximum". */
  public static final long UNBOUNDED = Long.MAX_VALUE;

  /** Whether the module names a maximum. */
  public boolean isBounded() {
    return maximum != UNBOUNDED;
  }

  @Override
  public String toString() {
    return "{min " + minimum + (isBounded() ? ", max " + maximum : "") + "}";
  }
}
