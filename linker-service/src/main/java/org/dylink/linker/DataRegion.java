package org.dylink.linker;

/**
 * A library's part of the memory.
 *
 * @param address its first byte, unsigned 32 bit
 * @param size bytes
 */
public record DataRegion(long address, long size) {
  /** The first address behind it. */
  public long end() {
    return address + size;
  }

  @Override
  public String toString() {
    return String.format("0x%08x +%d", address, size);
  }
}
