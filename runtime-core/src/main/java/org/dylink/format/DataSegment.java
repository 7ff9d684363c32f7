package org.dylink.format;

/**
 * A data segment (WebAssembly Core, Binary Format, Data Section). That its memory exists is for
 * engines to check.
 *
 * @param start where it begins in the file
 * @param memory the memory of an active one, an unsigned 32-bit number; else 0
 * @param offset where an active one goes; null for a passive one
 * @param from where its bytes begin in the file
 * @param size how many bytes
 */
public record DataSegment(int start, long memory, ConstantExpression offset, int from, int size) {
  /** Whether it is copied when the instance starts. */
  public boolean isActive() {
    return offset != null;
  }
}
