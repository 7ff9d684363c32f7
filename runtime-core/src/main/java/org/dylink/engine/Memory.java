package org.dylink.engine;

import org.dylink.format.AddressType;
import org.dylink.format.MemoryType;

/**
 * A linear memory (WebAssembly Core, Execution, Memory Instances): bytes from address 0 to its
 * size. Numbers lie in it with their lowest byte first, at any address.
 *
 * <p>Addresses and sizes are unsigned. Methods that take a {@code long} serve memories of each
 * {@link AddressType}: what is negative as a Java number lies past the end of every memory. Those
 * that take an {@code int} address are the same for what guests with addresses of 32 bits pass,
 * which Java has as a signed number: -1 is address 4,294,967,295.
 *
 * <p>Every access of which a byte lies past the end throws a {@link TrapException} of kind
 * OUT_OF_BOUNDS_MEMORY and changes nothing; one of no bytes at the very end does not.
 *
 * <p>A private memory is used by the thread that uses its program. A shared one may be used by
 * several at once: no access is atomic then, and none is ordered with another's.
 */
public non-sealed interface Memory extends Extern {
  /** Its type: what addresses are, the size that it began with, and whether it is shared. */
  @Override
  MemoryType type();

  /** The size now, in pages of 64 KiB. */
  long pages();

  /** The size that it cannot pass, in pages: its type's maximum, or the engine's limit. */
  long maximumPages();

  /**
   * Adds zeroed pages at the end. A memory never shrinks.
   *
   * @param pages how many to add; 0 asks for the current size
   * @return the size before growing, in pages, or -1 if the limit would be passed or there is no
   *     room (nothing changes)
   */
  long grow(long pages);

  /**
   * The byte at an address.
   *
   * @throws TrapException if it lies past the end
   */
  byte readByte(long address);

  /** The same, at an address of 32 bits. */
  default byte readByte(int address) {
    return readByte(Integer.toUnsignedLong(address));
  }

  /**
   * The 2 bytes at an address, as one number.
   *
   * @throws TrapException if one lies past the end
   */
  short readShort(long address);

  /** The same, at an address of 32 bits. */
  default short readShort(int address) {
    return readShort(Integer.toUnsignedLong(address));
  }

  /**
   * The 4 bytes at an address, as one number.
   *
   * @throws TrapException if one lies past the end
   */
  int readInt(long address);

  /** The same, at an address of 32 bits. */
  default int readInt(int address) {
    return readInt(Integer.toUnsignedLong(address));
  }

  /**
   * The 8 bytes at an address, as one number.
   *
   * @throws TrapException if one lies past the end
   */
  long readLong(long address);

  /** The same, at an address of 32 bits. */
  default long readLong(int address) {
    return readLong(Integer.toUnsignedLong(address));
  }

  /**
   * Sets the byte at an address.
   *
   * @throws TrapException if it lies past the end; nothing changes
   */
  void writeByte(long address, byte value);

  /** The same, at an address of 32 bits. */
  default void writeByte(int address, byte value) {
    writeByte(Integer.toUnsignedLong(address), value);
  }

  /**
   * Sets the 2 bytes at an address.
   *
   * @throws TrapException if one lies past the end; nothing changes
   */
  void writeShort(long address, short value);

  /** The same, at an address of 32 bits. */
  default void writeShort(int address, short value) {
    writeShort(Integer.toUnsignedLong(address), value);
  }

  /**
   * Sets the 4 bytes at an address.
   *
   * @throws TrapException if one lies past the end; nothing changes
   */
  void writeInt(long address, int value);

  /** The same, at an address of 32 bits. */
  default void writeInt(int address, int value) {
    writeInt(Integer.toUnsignedLong(address), value);
  }

  /**
   * Sets the 8 bytes at an address.
   *
   * @throws TrapException if one lies past the end; nothing changes
   */
  void writeLong(long address, long value);

  /** The same, at an address of 32 bits. */
  default void writeLong(int address, long value) {
    writeLong(Integer.toUnsignedLong(address), value);
  }

  /**
   * Copies bytes out of the memory.
   *
   * @param offset where they go in the target
   * @param size how many, an unsigned number
   * @throws TrapException if one lies past the end; nothing is copied
   * @throws IndexOutOfBoundsException if the target has no room for them
   */
  void read(long address, byte[] target, int offset, int size);

  /** The same, from an address of 32 bits. */
  default void read(int address, byte[] target, int offset, int size) {
    read(Integer.toUnsignedLong(address), target, offset, size);
  }

  /**
   * Copies bytes into the memory.
   *
   * @param offset where they are in the source
   * @param size how many, an unsigned number
   * @throws TrapException if one would lie past the end; nothing is copied
   * @throws IndexOutOfBoundsException if the source has not as many
   */
  void write(long address, byte[] source, int offset, int size);

  /** The same, to an address of 32 bits. */
  default void write(int address, byte[] source, int offset, int size) {
    write(Integer.toUnsignedLong(address), source, offset, size);
  }

  /**
   * Sets bytes to one value.
   *
   * @param size how many
   * @throws TrapException if one lies past the end; nothing changes
   */
  void fill(long address, byte value, long size);

  /** The same, from an address of 32 bits, with a size of 32 bits. */
  default void fill(int address, byte value, int size) {
    fill(Integer.toUnsignedLong(address), value, Integer.toUnsignedLong(size));
  }
}
