package org.dylink.engine.heap;

import java.lang.ref.WeakReference;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * An eighth of the JVM's heap, in a small heap more, which no guest's memory or table takes.
 * Without it a guest that grows until it gets no more leaves nothing for others, and the next small
 * object that anybody makes is an OutOfMemoryError of theirs.
 */
public final class HeapReserve {
  // Small pieces: memory that is free is seldom free in one piece, and nobody needs it so.
  private static final int PIECE = 64 << 10;
  private static final long MOST = Runtime.getRuntime().maxMemory();
  // What G1 gives out in one piece, and with it the most that the end of a large array wastes. A
  // copy and what it is made of waste two, and others need some for what they make and keep.
  private static final long REGION = Math.max(1 << 20, MOST / 2048);
  private static final long REGIONS = 8;
  // With less than an eighth, the JVM does little else than collect garbage.
  private static final long RESERVE = Math.max(MOST / 8, Math.min(REGIONS * REGION, MOST / 4));

  private HeapReserve() {}

  /**
   * Makes something large, if the heap has room for it and the reserve besides. It is asked first:
   * what is made and then given up again was missing to others in between. And one at a time: two
   * that have both asked would take it both.
   *
   * @param bytes what it takes, beside what is there already
   * @return nothing if the heap has no room
   */
  public static synchronized <T> Optional<T> make(long bytes, Supplier<T> maker) {
    try {
      return isLeftBeside(bytes) ? Optional.of(maker.get()) : Optional.empty();
    } catch (OutOfMemoryError e) {
      return Optional.empty(); // enough is free, but not in one piece
    }
  }

  private static boolean isLeftBeside(long more) {
    long needed = more + RESERVE;
    return needed <= unused() || (needed <= MOST && isLeftOnceCollected(needed));
  }

  /** What is known to be free; garbage that nobody has collected is not counted. */
  private static long unused() {
    Runtime jvm = Runtime.getRuntime();
    return MOST - jvm.totalMemory() + jvm.freeMemory();
  }

  // Near the end the JVM collects at each allocation anyway.
  private static boolean isLeftOnceCollected(long needed) {
    WeakReference<Object> garbage = new WeakReference<>(new Object());
    System.gc();
    boolean isCollected = garbage.get() == null;
    return isCollected ? needed <= unused() : isMade(needed);
  }

  /**
   * Takes it for a moment, where the JVM was told not to collect when it is asked to. Another
   * thread that needs memory in that moment may get none: that is why this is not the usual way.
   */
  private static boolean isMade(long bytes) {
    try {
      byte[][] pieces = new byte[Math.toIntExact(bytes / PIECE)][];
      for (int i = 0; i < pieces.length; i++) {
        pieces[i] = new byte[PIECE];
      }
      return true;
    } catch (OutOfMemoryError e) {
      return false;
    }
  }
}
