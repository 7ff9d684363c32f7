package org.dylink.engine.jvm.run.memory;

import org.dylink.engine.EngineLimitException;
import org.dylink.engine.MemoryImage;
import org.dylink.format.AddressType;
import org.dylink.format.Limits;
import org.dylink.format.MemoryType;

/** Chooses the kind of memory that a type asks for. */
public final class NewMemory {
  /** 2 GiB: who names no more, as compilers do by default, is served well by an array. */
  private static final long SMALL_PAGES = 32_768;

  /** 4 GiB, for memories with larger addresses that name no maximum. */
  private static final long UNASKED_PAGES = 65_536;

  /** 16 TiB: more than any system is asked for. */
  private static final long MOST_PAGES = 1L << 28;

  private NewMemory() {}

  /**
   * Makes a zeroed memory.
   *
   * @param maximumPages what it may grow to, if its type allows that
   * @throws EngineLimitException if its minimum is more than the engine, the JVM or the system has
   */
  public static LinearMemory of(MemoryType type, long maximumPages) {
    return of(type, maximumPages, false);
  }

  /**
   * The same.
   *
   * @param isAskedFor whether a type that names no maximum stands for all of these
   */
  public static LinearMemory of(MemoryType type, long maximumPages, boolean isAskedFor) {
    return of(type, maximumPages, isAskedFor, MemoryImage.ZERO);
  }

  /** The same, of one that begins with what another one held. */
  public static LinearMemory of(MemoryType type, MemoryImage image) {
    LinearMemory made = of(type, Long.MAX_VALUE, false, image);
    if (!(made instanceof LargeMemory)) {
      image.writeTo(made);
    }
    return made;
  }

  private static LinearMemory of(
      MemoryType type, long maximumPages, boolean isAskedFor, MemoryImage image) {
    long minimum = type.limits().minimum();
    long asked = isAskedFor || type.limits().isBounded() ? maximumPages : 0;
    boolean isLarge = isLarge(type, asked);
    long platform = isLarge && LinearMemory.HAS_SEGMENTS ? MOST_PAGES : LinearMemory.MAXIMUM_PAGES;
    if (minimum > platform) {
      throw new EngineLimitException(
          "memory of " + minimum + " pages: this engine has at most " + platform + before22());
    }
    long most = Math.max(minimum, Math.min(maximum(type, maximumPages), platform));
    if (isLarge) {
      return LargeMemory.of(type, most, image);
    }
    return type.shared() ? new SharedMemory(type, most) : new HeapMemory(type, most);
  }

  private static String before22() {
    return LinearMemory.HAS_SEGMENTS ? "" : " before Java 22";
  }

  /** Whether it is more than an array or a buffer holds, or addressed as if it were. */
  private static boolean isLarge(MemoryType type, long asked) {
    Limits limits = type.limits();
    boolean mayPass = Math.min(limits.maximum(), asked) > SMALL_PAGES;
    return type.addressType() == AddressType.I64
        || (LinearMemory.HAS_SEGMENTS
            && (mayPass || limits.minimum() > LinearMemory.MAXIMUM_PAGES));
  }

  private static long maximum(MemoryType type, long granted) {
    Limits limits = type.limits();
    return Math.min(limits.isBounded() ? limits.maximum() : UNASKED_PAGES, granted);
  }
}
