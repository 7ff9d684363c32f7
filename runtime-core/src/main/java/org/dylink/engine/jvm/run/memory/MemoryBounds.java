package org.dylink.engine.jvm.run.memory;

import java.math.BigInteger;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;

/** Checks ranges of a memory. */
final class MemoryBounds {
  private MemoryBounds() {}

  /** Checks a range, both of unsigned numbers, and gives back where it begins. */
  static int range(int address, int size, int limit) {
    return range(Integer.toUnsignedLong(address), Integer.toUnsignedLong(size), limit);
  }

  /** Checks a range, both of unsigned numbers, and gives back where it begins. */
  static int range(long address, long size, int limit) {
    return (int) range(address, size, (long) limit);
  }

  /** Checks a range, both of unsigned numbers, and gives back where it begins. */
  static long range(long address, long size, long limit) {
    // Not Long.compareUnsigned: C2 of JDK 17 makes wrong code of its kin before a copy.
    if (address < 0 || size < 0 || address > limit - size) {
      throw outOfBounds(address, size, limit);
    }
    return address;
  }

  /** Checks an address where nothing is but at multiples of the width. */
  static long aligned(long address, int width, long limit) {
    long at = range(address, width, limit);
    if ((at & (width - 1)) != 0) {
      throw new TrapException(
          TrapKind.OTHER,
          "unaligned atomic: " + width + " bytes at address 0x" + Long.toHexString(at));
    }
    return at;
  }

  static TrapException outOfBounds(int address, int offset) {
    return outOfBounds(Integer.toUnsignedLong(address), Integer.toUnsignedLong(offset));
  }

  /** For an address with an offset, whose sum may have more than 64 bits. */
  static TrapException outOfBounds(long address, long offset) {
    BigInteger effective = unsigned(address).add(unsigned(offset));
    return new TrapException(
        TrapKind.OUT_OF_BOUNDS_MEMORY,
        "out of bounds memory access: address 0x" + effective.toString(16));
  }

  private static BigInteger unsigned(long number) {
    return new BigInteger(Long.toUnsignedString(number));
  }

  private static TrapException outOfBounds(long address, long size, long limit) {
    return new TrapException(
        TrapKind.OUT_OF_BOUNDS_MEMORY,
        "out of bounds memory access: "
            + Long.toUnsignedString(size)
            + " bytes at address 0x"
            + Long.toHexString(address)
            + ", memory has 0x"
            + Long.toHexString(limit)
            + " bytes");
  }
}
