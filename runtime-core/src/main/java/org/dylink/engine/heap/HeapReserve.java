package org.dylink.engine.heap;

import java.lang.ref.WeakReference;

/**
 * An eighth of the JVM's heap, which no guest's memory or table takes. Without it a guest that
 * grows until it gets no more leaves nothing for others, and the next small object that anybody
 * makes is an OutOfMemoryError of theirs.
 */
public final class HeapReserve {
  // Small pieces: memory that is free is seldom free in one piece, and nobody needs it so.
  private static final int PIECE = 64 << 10;
  private static final long MOST = Runtime.getRuntime().maxMemory();
  // With less than that, the JVM does little else than collect garbage. And G1 does not use all:
  // a region of 1 MiB has 15 pages of 64 KiB, and a rest that the next one does not fit in.
  private static final long RESERVE = MOST / 8;

  private HeapReserve() {}

  /**
   * Whether the heap has room for something and the reserve besides. Whoever has made it already,
   * and still holds it, asks for 0 more.
   *
   * @param more bytes
   */
  public static boolean isLeftBeside(long more) {
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
