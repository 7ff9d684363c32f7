package org.dylink.engine.jvm.run.memory;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dylink.format.MemoryType;

/** Tells traps of loads and stores from bugs, as the JVM's exceptions are both. */
public final class AccessTraps {
  private static final Set<String> ACCESSES =
      Set.of(
          Loads.class.getName(),
          Stores.class.getName(),
          SharedLoads.class.getName(),
          SharedStores.class.getName(),
          VectorAccesses.class.getName(),
          SharedVectorAccesses.class.getName(),
          LargeBytes.class.getName());
  private static final Pattern NUMBERS = Pattern.compile("(-?\\d+)\\D+(-?\\d+)");

  private AccessTraps() {}

  /** Whether a load or store threw it, and not some code of the host. */
  public static boolean isTrap(IndexOutOfBoundsException thrown) {
    for (StackTraceElement frame : thrown.getStackTrace()) {
      String name = frame.getClassName();
      if (!name.startsWith("java.") && !name.startsWith("jdk.")) {
        return ACCESSES.contains(name);
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
        + hexadecimal(Long.parseLong(numbers.group(1)))
        + ", memory has 0x"
        + Long.toHexString(limit)
        + " bytes";
  }

  // A negative one is an int.
  private static String hexadecimal(long address) {
    return address < 0 ? Integer.toHexString((int) address) : Long.toHexString(address);
  }
}
