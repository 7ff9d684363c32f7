package org.dylink.engine.jvm.run.memory;

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
    // Not Long.compareUnsigned: C2 of JDK 17 makes wrong code of its kin before a copy.
    if (address < 0 || size < 0 || address > limit - size) {
      throw outOfBounds(address, size, limit);
    }
    return (int) address;
  }

  static TrapException outOfBounds(int address, int offset) {
    long effective = Integer.toUnsignedLong(address) + Integer.toUnsignedLong(offset);
    return new TrapException(
        TrapKind.OUT_OF_BOUNDS_MEMORY,
        "out of bounds memory access: address 0x" + Long.toHexString(effective));
  }

  private static TrapException outOfBounds(long address, long size, int limit) {
    return new TrapException(
        TrapKind.OUT_OF_BOUNDS_MEMORY,
        "out of bounds memory access: "
            + Long.toUnsignedString(size)
            + " bytes at address 0x"
            + Long.toHexString(address)
            + ", memory has 0x"
            + Integer.toHexString(limit)
            + " bytes");
  }
}
