package org.dylink.engine.jvm.run.vector;

/** An integer of 64 bits, which is half a vector. A comparison gives all bits, or none. */
public final class Longs {
  private Longs() {}

  private static long mask(boolean holds) {
    return holds ? -1 : 0;
  }

  public static long i64x2Eq(long left, long right) {
    return mask(left == right);
  }

  public static long i64x2Ne(long left, long right) {
    return mask(left != right);
  }

  public static long i64x2LtS(long left, long right) {
    return mask(left < right);
  }

  public static long i64x2GtS(long left, long right) {
    return mask(left > right);
  }

  public static long i64x2LeS(long left, long right) {
    return mask(left <= right);
  }

  public static long i64x2GeS(long left, long right) {
    return mask(left >= right);
  }

  public static long i64x2Abs(long lane) {
    return Math.abs(lane);
  }

  public static int i64x2AllTrue(long low, long high) {
    return low != 0 && high != 0 ? 1 : 0;
  }

  public static int i64x2Bitmask(long low, long high) {
    return (int) ((low >>> 63) | ((high >>> 63) << 1));
  }
}
