package org.dylink.engine;

import org.dylink.format.MemoryType;

/**
 * A linear memory. Addresses and sizes are unsigned 32 bit numbers; all values are little-endian.
 *
 * <p>Every access that passes the end of the memory throws a {@link TrapException} of kind
 * OUT_OF_BOUNDS_MEMORY and changes nothing.
 */
public non-sealed interface Memory extends Extern {
  @Override
  MemoryType type();

  /** The size now, in 64 KiB pages. */
  int pages();

  /** The size that it cannot pass, in pages: its type's maximum, or the engine's limit. */
  int maximumPages();

  /**
   * Adds zeroed pages at the end.
   *
   * @param pages how many to add; 0 asks for the current size
   * @return the size before growing, in pages, or -1 if the limit would be passed (nothing changes)
   */
  int grow(int pages);

  byte readByte(int address);

  short readShort(int address);

  int readInt(int address);

  long readLong(int address);

  void writeByte(int address, byte value);

  void writeShort(int address, short value);

  void writeInt(int address, int value);

  void writeLong(int address, long value);

  /** Copies {@code size} bytes out of the memory. */
  void read(int address, byte[] target, int offset, int size);

  /** Copies {@code size} bytes into the memory. */
  void write(int address, byte[] source, int offset, int size);

  /** Sets {@code size} bytes to one value. */
  void fill(int address, byte value, int size);
}
