package org.dylink.engine.jvm.run.vector;

/**
 * Four integers of 16 bits in a half of a vector. A comparison gives all bits of a lane, or none.
 */
public final class Shorts {
  private static final long HIGH = 0x8000_8000_8000_8000L;
  private static final int WIDTH = 16;
  private static final int LANES = 4;
  private static final long GATHER = 1L << 48 | 1L << 33 | 1L << 18 | 1L << 3;

  private Shorts() {}

  public static long i16x8Eq(long a, long b) {
    return ~i16x8Ne(a, b);
  }

  public static long i16x8Ne(long a, long b) {
    return Lanes.fill(Lanes.nonZero(a ^ b, HIGH), HIGH, WIDTH);
  }

  public static long i16x8LtS(long a, long b) {
    return Lanes.fill(Lanes.lessSigned(a, b, HIGH), HIGH, WIDTH);
  }

  public static long i16x8GtS(long a, long b) {
    return i16x8LtS(b, a);
  }

  public static long i16x8LeS(long a, long b) {
    return ~i16x8LtS(b, a);
  }

  public static long i16x8GeS(long a, long b) {
    return ~i16x8LtS(a, b);
  }

  public static long i16x8MinS(long a, long b) {
    return Lanes.select(a, b, i16x8LtS(a, b));
  }

  public static long i16x8MaxS(long a, long b) {
    return Lanes.select(a, b, i16x8LtS(b, a));
  }

  public static long i16x8LtU(long a, long b) {
    return Lanes.fill(Lanes.lessUnsigned(a, b, HIGH), HIGH, WIDTH);
  }

  public static long i16x8GtU(long a, long b) {
    return i16x8LtU(b, a);
  }

  public static long i16x8LeU(long a, long b) {
    return ~i16x8LtU(b, a);
  }

  public static long i16x8GeU(long a, long b) {
    return ~i16x8LtU(a, b);
  }

  public static long i16x8MinU(long a, long b) {
    return Lanes.select(a, b, i16x8LtU(a, b));
  }

  public static long i16x8MaxU(long a, long b) {
    return Lanes.select(a, b, i16x8LtU(b, a));
  }

  public static long i16x8Abs(long lanes) {
    return Lanes.abs(lanes, HIGH, WIDTH);
  }

  public static long i16x8Neg(long lanes) {
    return Lanes.sub(0, lanes, HIGH);
  }

  public static long i16x8Shl(long lanes, int count) {
    return Lanes.shl(lanes, count, HIGH, WIDTH);
  }

  public static long i16x8ShrS(long lanes, int count) {
    return Lanes.shrS(lanes, count, HIGH, WIDTH);
  }

  public static long i16x8ShrU(long lanes, int count) {
    return Lanes.shrU(lanes, count, HIGH, WIDTH);
  }

  public static long i16x8Add(long a, long b) {
    return Lanes.add(a, b, HIGH);
  }

  public static long i16x8Sub(long a, long b) {
    return Lanes.sub(a, b, HIGH);
  }

  public static long i16x8AddSatS(long a, long b) {
    return Lanes.addSatS(a, b, HIGH, WIDTH);
  }

  public static long i16x8AddSatU(long a, long b) {
    return Lanes.addSatU(a, b, HIGH, WIDTH);
  }

  public static long i16x8SubSatS(long a, long b) {
    return Lanes.subSatS(a, b, HIGH, WIDTH);
  }

  public static long i16x8SubSatU(long a, long b) {
    return Lanes.subSatU(a, b, HIGH, WIDTH);
  }

  public static long i16x8AvgrU(long a, long b) {
    return Lanes.avgrU(a, b, HIGH);
  }

  public static int i16x8AllTrue(long low, long high) {
    long both = Lanes.nonZero(low, HIGH) & Lanes.nonZero(high, HIGH) & HIGH;
    return both == HIGH ? 1 : 0;
  }

  public static int i16x8Bitmask(long low, long high) {
    return bitmask(low) | (bitmask(high) << LANES);
  }

  /** Multiplying moves the highest bit of each lane to its place; none meets another. */
  private static int bitmask(long half) {
    return (int) ((((half & HIGH) >>> (WIDTH - 1)) * GATHER) >>> (Long.SIZE - WIDTH)) & 0xf;
  }

  public static long i16x8Mul(long a, long b) {
    return mul(a, b, 0) | mul(a, b, 16) | mul(a, b, 32) | mul(a, b, 48);
  }

  /** The product of one lane, in its place. */
  private static long mul(long a, long b, int at) {
    return (((a >>> at) * (b >>> at)) & 0xffff) << at;
  }

  public static long i16x8Q15mulrSatS(long a, long b) {
    return q15(a, b, 0) | q15(a, b, 16) | q15(a, b, 32) | q15(a, b, 48);
  }

  /** The rounded product of one lane, as fractions of 15 bits, in its place. */
  private static long q15(long a, long b, int at) {
    int product = ((short) (a >>> at) * (short) (b >>> at) + 0x4000) >> 15;
    return (Math.min(product, Short.MAX_VALUE) & 0xffffL) << at;
  }
}
