package org.dylink.engine.jvm.run.vector;

import org.dylink.engine.jvm.run.number.Conversions;
import org.dylink.format.Vector;

/**
 * Quarters of a vector, as functions keep it that have mostly lanes of 32 bits: instructions that
 * are more than one of the JVM for each. What widens takes the lower 16 bits of an int and fills
 * all 32.
 */
public final class Quarters {
  private static final int BYTES = 0x00ff_00ff; // the lower half of each short

  private Quarters() {}

  // Between the forms of a vector

  /** A half of a vector. */
  public static long pair(int low, int high) {
    return (low & 0xffff_ffffL) | ((long) high << 32);
  }

  /** A quarter of a vector; 0 is the lowest. */
  public static int of(Vector vector, int quarter) {
    return (int) ((quarter < 2 ? vector.low() : vector.high()) >>> (32 * quarter));
  }

  // Bits

  public static int v128Not(int bits) {
    return ~bits;
  }

  public static int v128Andnot(int a, int b) {
    return a & ~b;
  }

  public static int v128Bitselect(int one, int other, int mask) {
    return other ^ ((one ^ other) & mask);
  }

  public static int v128AnyTrue(int a, int b, int c, int d) {
    return (a | b | c | d) != 0 ? 1 : 0;
  }

  // Integers of 32 bits

  public static int i32x4AllTrue(int a, int b, int c, int d) {
    return a != 0 && b != 0 && c != 0 && d != 0 ? 1 : 0;
  }

  public static int i32x4Bitmask(int a, int b, int c, int d) {
    return (a >>> 31) | ((b >>> 31) << 1) | ((c >>> 31) << 2) | ((d >>> 31) << 3);
  }

  private static int mask(boolean holds) {
    return holds ? -1 : 0;
  }

  public static int i32x4Eq(int a, int b) {
    return mask(a == b);
  }

  public static int i32x4Ne(int a, int b) {
    return mask(a != b);
  }

  public static int i32x4LtS(int a, int b) {
    return mask(a < b);
  }

  public static int i32x4GtS(int a, int b) {
    return mask(a > b);
  }

  public static int i32x4LeS(int a, int b) {
    return mask(a <= b);
  }

  public static int i32x4GeS(int a, int b) {
    return mask(a >= b);
  }

  public static int i32x4MinS(int a, int b) {
    return Math.min(a, b);
  }

  public static int i32x4MaxS(int a, int b) {
    return Math.max(a, b);
  }

  public static int i32x4Abs(int lane) {
    return Math.abs(lane);
  }

  // Lanes of 8 and 16 bits that become wider, or narrower

  public static int i16x8ExtendI8x16U(int lanes) {
    return (lanes & 0xff) | ((lanes & 0xff00) << 8);
  }

  public static int i16x8ExtendI8x16S(int lanes) {
    return ((byte) lanes & 0xffff) | ((byte) (lanes >> 8) << 16);
  }

  public static int i32x4ExtendI16x8U(int lanes) {
    return lanes & 0xffff;
  }

  public static int i32x4ExtendI16x8S(int lanes) {
    return (short) lanes;
  }

  public static int i32x4ExtmulI16x8U(int a, int b) {
    return (a & 0xffff) * (b & 0xffff);
  }

  public static int i32x4ExtmulI16x8S(int a, int b) {
    return (short) a * (short) b;
  }

  public static int i16x8ExtaddPairwiseI8x16U(int lanes) {
    return (lanes & BYTES) + ((lanes >>> 8) & BYTES);
  }

  public static int i32x4ExtaddPairwiseI16x8U(int lanes) {
    return (lanes & 0xffff) + (lanes >>> 16);
  }

  public static int i32x4ExtaddPairwiseI16x8S(int lanes) {
    return (short) lanes + (lanes >> 16);
  }

  public static int i32x4DotI16x8S(int a, int b) {
    return (short) a * (short) b + (a >> 16) * (b >> 16);
  }

  public static int i16x8NarrowI32x4S(int low, int high) {
    return (signed(low) & 0xffff) | (signed(high) << 16);
  }

  private static int signed(int value) {
    return Math.max(Math.min(value, Short.MAX_VALUE), Short.MIN_VALUE);
  }

  public static int i16x8NarrowI32x4U(int low, int high) {
    return unsigned(low) | (unsigned(high) << 16);
  }

  private static int unsigned(int value) {
    return Math.max(Math.min(value, 0xffff), 0);
  }

  // Conversions

  public static int i32x4TruncSatF32x4S(int lane) {
    return (int) Float.intBitsToFloat(lane);
  }

  public static int i32x4TruncSatF32x4U(int lane) {
    return Conversions.i32TruncSatF32U(Float.intBitsToFloat(lane));
  }

  public static int f32x4ConvertI32x4S(int lane) {
    return Float.floatToRawIntBits(lane);
  }

  public static int f32x4ConvertI32x4U(int lane) {
    return Float.floatToRawIntBits(Conversions.f32ConvertI32U(lane));
  }
}
