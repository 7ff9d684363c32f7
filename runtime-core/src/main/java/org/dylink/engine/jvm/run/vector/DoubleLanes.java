package org.dylink.engine.jvm.run.vector;

import org.dylink.engine.jvm.run.number.Floats;

/**
 * A number of 64 bits in a half of a vector. A comparison gives all bits of a lane, or none; a sum
 * of a product is rounded once, as in the deterministic profile.
 */
public final class DoubleLanes {
  private static final long SIGNS = Long.MIN_VALUE;

  private DoubleLanes() {}

  static double lane(long bits) {
    return Double.longBitsToDouble(bits);
  }

  static long bits(double lane) {
    return Double.doubleToRawLongBits(lane);
  }

  public static long f64x2Eq(long a, long b) {
    return lane(a) == lane(b) ? -1 : 0;
  }

  public static long f64x2Ne(long a, long b) {
    return lane(a) != lane(b) ? -1 : 0;
  }

  public static long f64x2Lt(long a, long b) {
    return lane(a) < lane(b) ? -1 : 0;
  }

  public static long f64x2Gt(long a, long b) {
    return lane(a) > lane(b) ? -1 : 0;
  }

  public static long f64x2Le(long a, long b) {
    return lane(a) <= lane(b) ? -1 : 0;
  }

  public static long f64x2Ge(long a, long b) {
    return lane(a) >= lane(b) ? -1 : 0;
  }

  public static long f64x2Abs(long lanes) {
    return lanes & ~SIGNS;
  }

  public static long f64x2Neg(long lanes) {
    return lanes ^ SIGNS;
  }

  public static long f64x2Ceil(long lane) {
    return bits(Floats.f64Ceil(lane(lane)));
  }

  public static long f64x2Floor(long lane) {
    return bits(Floats.f64Floor(lane(lane)));
  }

  public static long f64x2Trunc(long lane) {
    return bits(Floats.f64Trunc(lane(lane)));
  }

  public static long f64x2Nearest(long lane) {
    return bits(Floats.f64Nearest(lane(lane)));
  }

  public static long f64x2Sqrt(long lane) {
    return bits(Floats.f64Sqrt(lane(lane)));
  }

  public static long f64x2Add(long a, long b) {
    return bits(lane(a) + lane(b));
  }

  public static long f64x2Sub(long a, long b) {
    return bits(lane(a) - lane(b));
  }

  public static long f64x2Mul(long a, long b) {
    return bits(lane(a) * lane(b));
  }

  public static long f64x2Div(long a, long b) {
    return bits(lane(a) / lane(b));
  }

  public static long f64x2Min(long a, long b) {
    return bits(Floats.f64Min(lane(a), lane(b)));
  }

  public static long f64x2Max(long a, long b) {
    return bits(Floats.f64Max(lane(a), lane(b)));
  }

  public static long f64x2Pmin(long a, long b) {
    return lane(b) < lane(a) ? b : a;
  }

  public static long f64x2Pmax(long a, long b) {
    return lane(a) < lane(b) ? b : a;
  }

  public static long f64x2RelaxedMadd(long a, long b, long added) {
    return bits(Math.fma(lane(a), lane(b), lane(added)));
  }

  public static long f64x2RelaxedNmadd(long a, long b, long added) {
    return bits(Math.fma(-lane(a), lane(b), lane(added)));
  }
}
