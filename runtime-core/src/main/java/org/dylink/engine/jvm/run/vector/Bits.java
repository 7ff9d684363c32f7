package org.dylink.engine.jvm.run.vector;

/** A vector as bits without lanes. */
public final class Bits {
  private Bits() {}

  public static long v128Not(long bits) {
    return ~bits;
  }

  public static long v128Andnot(long left, long right) {
    return left & ~right;
  }

  public static long v128Bitselect(long one, long other, long mask) {
    return Lanes.select(one, other, mask);
  }

  public static int v128AnyTrue(long low, long high) {
    return (low | high) != 0 ? 1 : 0;
  }
}
