package org.dylink.format;

/**
 * A vector of 128 bits (WebAssembly Core, Syntax, Values), where it is an object: a result of a
 * function's handle, an argument or result of a call with boxed values, a global's value. As a
 * parameter of a handle it is two longs, the low half first.
 *
 * @param low bits 0 to 63: the lower half of the lanes, lane 0 in the lowest bits
 * @param high bits 64 to 127
 */
public record Vector(long low, long high) {
  /** How many bytes it has. */
  public static final int BYTES = 2 * Long.BYTES;

  /** A vector of these halves. */
  public static Vector of(long low, long high) {
    return new Vector(low, high);
  }

  /** The bits as a hexadecimal number of 32 digits, the highest first. */
  @Override
  public String toString() {
    return String.format("0x%016x%016x", high, low);
  }
}
