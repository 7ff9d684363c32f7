package org.dylink.engine.jvm.run.vector;

/**
 * Lanes that become lanes of twice the width. What extends or multiplies them takes the lower 32
 * bits of a long and fills all 64.
 */
public final class Widening {
  private static final long LOW = 0xffff_ffffL;
  private static final long BYTES = 0x00ff_00ff_00ff_00ffL; // the lower half of each short
  private static final long SHORTS = 0x0000_ffff_0000_ffffL; // the lower half of each int
  private static final long SHORTS_HIGH = 0x8000_8000_8000_8000L;
  private static final long INTS_HIGH = 0x8000_0000_8000_0000L;

  private Widening() {}

  public static long i16x8ExtendI8x16U(long lanes) {
    long pairs = (lanes & 0xffff) | ((lanes & 0xffff_0000L) << 16);
    return (pairs | (pairs << 8)) & BYTES;
  }

  public static long i16x8ExtendI8x16S(long lanes) {
    long unsigned = i16x8ExtendI8x16U(lanes);
    long signs = unsigned & 0x0080_0080_0080_0080L;
    return unsigned | ((signs << 9) - (signs << 1)); // all of the upper byte
  }

  public static long i32x4ExtendI16x8U(long lanes) {
    return (lanes & 0xffff) | ((lanes & 0xffff_0000L) << 16);
  }

  public static long i32x4ExtendI16x8S(long lanes) {
    return ((short) lanes & LOW) | ((long) (short) (lanes >>> 16) << 32);
  }

  public static long i64x2ExtendI32x4U(long lanes) {
    return lanes & LOW;
  }

  public static long i64x2ExtendI32x4S(long lanes) {
    return (int) lanes;
  }

  public static long i16x8ExtmulI8x16U(long left, long right) {
    return Shorts.i16x8Mul(i16x8ExtendI8x16U(left), i16x8ExtendI8x16U(right));
  }

  public static long i16x8ExtmulI8x16S(long left, long right) {
    return Shorts.i16x8Mul(i16x8ExtendI8x16S(left), i16x8ExtendI8x16S(right));
  }

  public static long i32x4ExtmulI16x8U(long left, long right) {
    long low = (left & 0xffff) * (right & 0xffff);
    return low | ((((left >>> 16) & 0xffff) * ((right >>> 16) & 0xffff)) << 32);
  }

  public static long i32x4ExtmulI16x8S(long left, long right) {
    int low = (short) left * (short) right;
    return (low & LOW) | ((long) ((short) (left >>> 16) * (short) (right >>> 16)) << 32);
  }

  public static long i64x2ExtmulI32x4U(long left, long right) {
    return (left & LOW) * (right & LOW);
  }

  public static long i64x2ExtmulI32x4S(long left, long right) {
    return (long) (int) left * (int) right;
  }

  // Neighbours become one: of 64 bits, again 64

  public static long i16x8ExtaddPairwiseI8x16U(long lanes) {
    return (lanes & BYTES) + ((lanes >>> 8) & BYTES);
  }

  public static long i16x8ExtaddPairwiseI8x16S(long lanes) {
    long shifted = lanes ^ 0x8080_8080_8080_8080L; // each by 128
    long each256 = 0x0100_0100_0100_0100L;
    return Lanes.sub(i16x8ExtaddPairwiseI8x16U(shifted), each256, SHORTS_HIGH);
  }

  public static long i32x4ExtaddPairwiseI16x8U(long lanes) {
    return (lanes & SHORTS) + ((lanes >>> 16) & SHORTS);
  }

  public static long i32x4ExtaddPairwiseI16x8S(long lanes) {
    long shifted = lanes ^ SHORTS_HIGH; // each by 32,768
    long each65536 = 0x0001_0000_0001_0000L;
    return Lanes.sub(i32x4ExtaddPairwiseI16x8U(shifted), each65536, INTS_HIGH);
  }

  public static long i32x4DotI16x8S(long left, long right) {
    return (dot(left, right) & LOW) | ((long) dot(left >>> 32, right >>> 32) << 32);
  }

  private static int dot(long left, long right) {
    int low = (short) left * (short) right;
    return low + (short) (left >>> 16) * (short) (right >>> 16);
  }
}
