package org.dylink.engine.jvm.run.vector;

/**
 * Eight integers of 8 bits in a half of a vector. A comparison gives all bits of a lane, or none.
 */
public final class Bytes {
  private static final long HIGH = 0x8080_8080_8080_8080L;
  private static final int WIDTH = 8;
  private static final int LANES = 8;
  private static final long GATHER = 0x0102_0408_1020_4080L;

  private Bytes() {}

  public static long i8x16Eq(long a, long b) {
    return ~i8x16Ne(a, b);
  }

  public static long i8x16Ne(long a, long b) {
    return Lanes.fill(Lanes.nonZero(a ^ b, HIGH), HIGH, WIDTH);
  }

  public static long i8x16LtS(long a, long b) {
    return Lanes.fill(Lanes.lessSigned(a, b, HIGH), HIGH, WIDTH);
  }

  public static long i8x16GtS(long a, long b) {
    return i8x16LtS(b, a);
  }

  public static long i8x16LeS(long a, long b) {
    return ~i8x16LtS(b, a);
  }

  public static long i8x16GeS(long a, long b) {
    return ~i8x16LtS(a, b);
  }

  public static long i8x16MinS(long a, long b) {
    return Lanes.select(a, b, i8x16LtS(a, b));
  }

  public static long i8x16MaxS(long a, long b) {
    return Lanes.select(a, b, i8x16LtS(b, a));
  }

  public static long i8x16LtU(long a, long b) {
    return Lanes.fill(Lanes.lessUnsigned(a, b, HIGH), HIGH, WIDTH);
  }

  public static long i8x16GtU(long a, long b) {
    return i8x16LtU(b, a);
  }

  public static long i8x16LeU(long a, long b) {
    return ~i8x16LtU(b, a);
  }

  public static long i8x16GeU(long a, long b) {
    return ~i8x16LtU(a, b);
  }

  public static long i8x16MinU(long a, long b) {
    return Lanes.select(a, b, i8x16LtU(a, b));
  }

  public static long i8x16MaxU(long a, long b) {
    return Lanes.select(a, b, i8x16LtU(b, a));
  }

  public static long i8x16Abs(long lanes) {
    return Lanes.abs(lanes, HIGH, WIDTH);
  }

  public static long i8x16Neg(long lanes) {
    return Lanes.sub(0, lanes, HIGH);
  }

  public static long i8x16Shl(long lanes, int count) {
    return Lanes.shl(lanes, count, HIGH, WIDTH);
  }

  public static long i8x16ShrS(long lanes, int count) {
    return Lanes.shrS(lanes, count, HIGH, WIDTH);
  }

  public static long i8x16ShrU(long lanes, int count) {
    return Lanes.shrU(lanes, count, HIGH, WIDTH);
  }

  public static long i8x16Add(long a, long b) {
    return Lanes.add(a, b, HIGH);
  }

  public static long i8x16Sub(long a, long b) {
    return Lanes.sub(a, b, HIGH);
  }

  public static long i8x16AddSatS(long a, long b) {
    return Lanes.addSatS(a, b, HIGH, WIDTH);
  }

  public static long i8x16AddSatU(long a, long b) {
    return Lanes.addSatU(a, b, HIGH, WIDTH);
  }

  public static long i8x16SubSatS(long a, long b) {
    return Lanes.subSatS(a, b, HIGH, WIDTH);
  }

  public static long i8x16SubSatU(long a, long b) {
    return Lanes.subSatU(a, b, HIGH, WIDTH);
  }

  public static long i8x16AvgrU(long a, long b) {
    return Lanes.avgrU(a, b, HIGH);
  }

  public static int i8x16AllTrue(long low, long high) {
    long both = Lanes.nonZero(low, HIGH) & Lanes.nonZero(high, HIGH) & HIGH;
    return both == HIGH ? 1 : 0;
  }

  public static int i8x16Bitmask(long low, long high) {
    return bitmask(low) | (bitmask(high) << LANES);
  }

  /** Multiplying moves the highest bit of each lane to its place at the top; none meets another. */
  private static int bitmask(long half) {
    return (int) ((((half & HIGH) >>> (WIDTH - 1)) * GATHER) >>> (Long.SIZE - LANES));
  }

  public static long i8x16Popcnt(long lanes) {
    long pairs = lanes - ((lanes >>> 1) & 0x5555_5555_5555_5555L);
    long fours = (pairs & 0x3333_3333_3333_3333L) + ((pairs >>> 2) & 0x3333_3333_3333_3333L);
    return (fours + (fours >>> 4)) & 0x0f0f_0f0f_0f0f_0f0fL;
  }
}
