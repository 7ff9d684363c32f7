package org.dylink.format;

/**
 * A memory's type.
 *
 * @param limits its size in pages of {@link #PAGE_SIZE} bytes
 * @param shared whether threads may share it
 */
public record MemoryType(Limits limits, boolean shared) implements ExternType {
  /** Bytes in a page of linear memory. */
  public static final int PAGE_SIZE = 65_536;

  @Override
  public String kind() {
    return "memory";
  }

  @Override
  public String toString() {
    return limits + (shared ? " shared" : "");
  }
}
