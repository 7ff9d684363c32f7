package org.dylink.engine.jvm.run.vector;

/**
 * Two integers of 32 bits in a half of a vector. A comparison gives all bits of a lane, or none.
 */
public final class Ints {
  private static final long HIGH = 0x8000_0000_8000_0000L;
  private static final int WIDTH = 32;
  private static final int LANES = 2;
  private static final long LOW = 0xffff_ffffL;

  private Ints() {}

  public static long i32x4Eq(long a, long b) {
    return ~i32x4Ne(a, b);
  }

  public static long i32x4Ne(long a, long b) {
    return Lanes.fill(Lanes.nonZero(a ^ b, HIGH), HIGH, WIDTH);
  }

  public static long i32x4LtS(long a, long b) {
    return Lanes.fill(Lanes.lessSigned(a, b, HIGH), HIGH, WIDTH);
  }

  public static long i32x4GtS(long a, long b) {
    return i32x4LtS(b, a);
  }

  public static long i32x4LeS(long a, long b) {
    return ~i32x4LtS(b, a);
  }

  public static long i32x4GeS(long a, long b) {
    return ~i32x4LtS(a, b);
  }

  public static long i32x4MinS(long a, long b) {
    return Lanes.select(a, b, i32x4LtS(a, b));
  }

  public static long i32x4MaxS(long a, long b) {
    return Lanes.select(a, b, i32x4LtS(b, a));
  }

  public static long i32x4LtU(long a, long b) {
    return Lanes.fill(Lanes.lessUnsigned(a, b, HIGH), HIGH, WIDTH);
  }

  public static long i32x4GtU(long a, long b) {
    return i32x4LtU(b, a);
  }

  public static long i32x4LeU(long a, long b) {
    return ~i32x4LtU(b, a);
  }

  public static long i32x4GeU(long a, long b) {
    return ~i32x4LtU(a, b);
  }

  public static long i32x4MinU(long a, long b) {
    return Lanes.select(a, b, i32x4LtU(a, b));
  }

  public static long i32x4MaxU(long a, long b) {
    return Lanes.select(a, b, i32x4LtU(b, a));
  }

  public static long i32x4Abs(long lanes) {
    return Lanes.abs(lanes, HIGH, WIDTH);
  }

  public static long i32x4Neg(long lanes) {
    return Lanes.sub(0, lanes, HIGH);
  }

  public static long i32x4Shl(long lanes, int count) {
    return Lanes.shl(lanes, count, HIGH, WIDTH);
  }

  public static long i32x4ShrS(long lanes, int count) {
    return Lanes.shrS(lanes, count, HIGH, WIDTH);
  }

  public static long i32x4ShrU(long lanes, int count) {
    return Lanes.shrU(lanes, count, HIGH, WIDTH);
  }

  public static long i32x4Add(long a, long b) {
    return Lanes.add(a, b, HIGH);
  }

  public static long i32x4Sub(long a, long b) {
    return Lanes.sub(a, b, HIGH);
  }

  public static int i32x4AllTrue(long low, long high) {
    long both = Lanes.nonZero(low, HIGH) & Lanes.nonZero(high, HIGH) & HIGH;
    return both == HIGH ? 1 : 0;
  }

  public static int i32x4Bitmask(long low, long high) {
    return bitmask(low) | (bitmask(high) << LANES);
  }

  private static int bitmask(long half) {
    return (int) (((half >>> 31) & 1) | ((half >>> 62) & 2));
  }

  public static long i32x4Mul(long a, long b) {
    // What is above a lane has no part in the lower bits of a product.
    return ((a * b) & LOW) | (((a >>> WIDTH) * (b >>> WIDTH)) << WIDTH);
  }
}
