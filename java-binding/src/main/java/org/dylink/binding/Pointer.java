package org.dylink.binding;

/**
 * An address in the memory of a bound library. Values are little-endian, and need no alignment.
 * Every read and write waits for its turn, as a call does.
 *
 * <p>All methods with an offset throw IndexOutOfBoundsException for what is outside of {@link
 * #size()} bytes or of the memory, and IllegalStateException once the program is closed. A null
 * pointer is Java's null.
 */
public interface Pointer {
  /** The address, never 0. */
  int address();

  /** How many bytes may be used from here; {@link Long#MAX_VALUE} where nobody knows. */
  long size();

  /**
   * A pointer that many bytes further.
   *
   * @param offset 0 to {@link #size()}
   */
  Pointer plus(long offset);

  /**
   * The same address, with as many bytes.
   *
   * @param bytes 0 to {@link #size()}
   */
  Pointer sized(long bytes);

  /** The byte that is stored there. */
  byte readByte(long offset);

  /** A number of 2 bytes: a {@code short} of C. */
  short readShort(long offset);

  /** A number of 4 bytes: an {@code int} or {@code long} of C. */
  int readInt(long offset);

  /** A number of 8 bytes: a {@code long long} of C. */
  long readLong(long offset);

  /** A number of 4 bytes: a {@code float} of C, a NaN with its bits. */
  float readFloat(long offset);

  /** A number of 8 bytes: a {@code double} of C, a NaN with its bits. */
  double readDouble(long offset);

  /** A pointer that is stored there; null for a null pointer. */
  Pointer readPointer(long offset);

  /** A string of UTF-8, up to its NUL. */
  String readString(long offset);

  /** Copies bytes out of the memory, as many as the array has. */
  void read(long offset, byte[] target);

  /** A struct, as {@link StructLayout} has it. */
  <R extends Record> R read(long offset, Class<R> type);

  /** Stores a byte. */
  void writeByte(long offset, byte value);

  /** Stores 2 bytes: a {@code short} of C. */
  void writeShort(long offset, short value);

  /** Stores 4 bytes: an {@code int} or {@code long} of C. */
  void writeInt(long offset, int value);

  /** Stores 8 bytes: a {@code long long} of C. */
  void writeLong(long offset, long value);

  /** Stores 4 bytes: a {@code float} of C, a NaN with its bits. */
  void writeFloat(long offset, float value);

  /** Stores 8 bytes: a {@code double} of C, a NaN with its bits. */
  void writeDouble(long offset, double value);

  /**
   * Stores a pointer.
   *
   * @param value null for a null pointer
   */
  void writePointer(long offset, Pointer value);

  /**
   * Stores a string in UTF-8 with a NUL behind it.
   *
   * @throws IllegalArgumentException if there is a NUL inside
   */
  void writeString(long offset, String value);

  /** Copies bytes into the memory. */
  void write(long offset, byte[] source);

  /**
   * Stores a struct.
   *
   * @throws IllegalArgumentException if it has a string without {@link Length}: nobody would free
   *     it
   */
  void write(long offset, Record value);
}
