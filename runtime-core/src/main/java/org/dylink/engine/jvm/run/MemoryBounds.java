package org.dylink.engine.jvm.run;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dylink.format.MemoryType;

/** Checks ranges of a memory, and tells traps of {@link Loads} and {@link Stores} from bugs. */
final class MemoryBounds {
  private static final Pattern NUMBERS = Pattern.compile("(-?\\d+)\\D+(-?\\d+)");

  private MemoryBounds() {}

  /** Checks a range, and gives back where it begins. */
  static int range(int address, int size, InstanceState state) {
    return range(address, size, state.limit);
  }

  static int range(int address, int size, int limit) {
    // Not Integer.compareUnsigned: C2 of JDK 17 makes wrong code of it before a copy.
    if (address < 0 || size < 0 || (long) address + size > limit) {
      throw Traps.outOfBounds(address, size, limit);
    }
    return address;
  }

  /** Whether a load or store threw it, and not some code of the host. */
  static boolean isTrap(IndexOutOfBoundsException thrown) {
    for (StackTraceElement frame : thrown.getStackTrace()) {
      String name = frame.getClassName();
      if (!name.startsWith("java.") && !name.startsWith("jdk.")) {
        return name.equals(Loads.class.getName()) || name.equals(Stores.class.getName());
      }
    }
    return false;
  }

  /** The JDK's words are "Index 65534 out of bounds for length 65533". */
  static String message(IndexOutOfBoundsException thrown) {
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
