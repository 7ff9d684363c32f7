package org.dylink.engine.jvm.run.memory;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.format.MemoryType;

/** Checks ranges of a memory, and tells traps of {@link Loads} and {@link Stores} from bugs. */
public final class MemoryBounds {
  private static final Pattern NUMBERS = Pattern.compile("(-?\\d+)\\D+(-?\\d+)");

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

  /** Whether a load or store threw it, and not some code of the host. */
  public static boolean isTrap(IndexOutOfBoundsException thrown) {
    for (StackTraceElement frame : thrown.getStackTrace()) {
      String name = frame.getClassName();
      if (!name.startsWith("java.") && !name.startsWith("jdk.")) {
        return name.equals(Loads.class.getName()) || name.equals(Stores.class.getName());
      }
    }
    return false;
  }

  /** The JDK's words are "Index 65534 out of bounds for length 65533". */
  public static String message(IndexOutOfBoundsException thrown) {
    Matcher numbers = NUMBERS.matcher(String.valueOf(thrown.getMessage()));
    if (!numbers.find()) {
      return "out of bounds memory access";
    }
    long end = Long.parseLong(numbers.group(2));
    long page = MemoryType.PAGE_SIZE;
    long limit = (end + page - 1) / page * page;
    return "out of bounds memory access: "
        + (limit - end + 1)
        + " bytes at address 0x"
        + Integer.toHexString(Integer.parseInt(numbers.group(1)))
        + ", memory has 0x"
        + Long.toHexString(limit)
        + " bytes";
  }
}
