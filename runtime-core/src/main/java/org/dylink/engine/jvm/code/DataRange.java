package org.dylink.engine.jvm.code;

/**
 * A data segment that is valid: a range of the module's bytes.
 *
 * @param memory the memory of an active segment
 * @param from where it begins in the file
 * @param size in bytes
 * @param offset where an active segment goes; null for a passive one
 */
public record DataRange(int memory, int from, int size, InitialValue offset) {
  /** Whether it is copied when the instance starts. */
  public boolean isActive() {
    return offset != null;
  }
}
