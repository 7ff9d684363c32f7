package org.dylink.engine.jvm.run.vector;

/** Bytes of a vector that are chosen while code runs. */
public final class Swizzles {
  private Swizzles() {}

  /**
   * Half of a vector of the bytes of another.
   *
   * @param lanes which byte each is; 0 comes of what is none
   */
  public static long i8x16Swizzle(long low, long high, long lanes) {
    return (byteAt(low, high, lanes, 0) | (byteAt(low, high, lanes, 8) << 8))
        | ((byteAt(low, high, lanes, 16) << 16) | (byteAt(low, high, lanes, 24) << 24))
        | ((byteAt(low, high, lanes, 32) << 32) | (byteAt(low, high, lanes, 40) << 40))
        | ((byteAt(low, high, lanes, 48) << 48) | (byteAt(low, high, lanes, 56) << 56));
  }

  private static long byteAt(long low, long high, long lanes, int at) {
    int lane = (int) (lanes >>> at) & 0xff;
    long half = low ^ ((low ^ high) & -((lane >>> 3) & 1L));
    // Java takes the shift modulo 64, which is the byte within the half.
    return (half >>> (lane << 3)) & 0xff & ((lane - 16) >> 31);
  }
}
