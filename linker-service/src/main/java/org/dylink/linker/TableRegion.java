package org.dylink.linker;

/**
 * A library's part of the function table.
 *
 * @param first its first slot
 * @param size slots
 */
public record TableRegion(long first, long size) {
  /** The first slot behind it. */
  public long end() {
    return first + size;
  }

  @Override
  public String toString() {
    return first + " +" + size;
  }
}
