package org.dylink.engine.jvm.run.vector;

import org.dylink.engine.jvm.run.number.Floats;

/**
 * Two numbers of 32 bits in a half of a vector. A comparison gives all bits of a lane, or none; a
 * sum of a product is rounded once, as in the deterministic profile.
 */
public final class FloatLanes {
  private static final long SIGNS = 0x8000_0000_8000_0000L;

  private FloatLanes() {}

  static float low(long lanes) {
    return Float.intBitsToFloat((int) lanes);
  }

  static float high(long lanes) {
    return Float.intBitsToFloat((int) (lanes >>> 32));
  }

  static long pack(float low, float high) {
    return (Float.floatToRawIntBits(low) & 0xffff_ffffL)
        | ((long) Float.floatToRawIntBits(high) << 32);
  }

  private static long masks(boolean low, boolean high) {
    return (low ? 0xffff_ffffL : 0) | (high ? 0xffff_ffff_0000_0000L : 0);
  }

  public static long f32x4Eq(long a, long b) {
    return masks(low(a) == low(b), high(a) == high(b));
  }

  public static long f32x4Ne(long a, long b) {
    return masks(low(a) != low(b), high(a) != high(b));
  }

  public static long f32x4Lt(long a, long b) {
    return masks(low(a) < low(b), high(a) < high(b));
  }

  public static long f32x4Gt(long a, long b) {
    return masks(low(a) > low(b), high(a) > high(b));
  }

  public static long f32x4Le(long a, long b) {
    return masks(low(a) <= low(b), high(a) <= high(b));
  }

  public static long f32x4Ge(long a, long b) {
    return masks(low(a) >= low(b), high(a) >= high(b));
  }

  public static long f32x4Abs(long lanes) {
    return lanes & ~SIGNS;
  }

  public static long f32x4Neg(long lanes) {
    return lanes ^ SIGNS;
  }

  public static long f32x4Ceil(long lanes) {
    return pack(Floats.f32Ceil(low(lanes)), Floats.f32Ceil(high(lanes)));
  }

  public static long f32x4Floor(long lanes) {
    return pack(Floats.f32Floor(low(lanes)), Floats.f32Floor(high(lanes)));
  }

  public static long f32x4Trunc(long lanes) {
    return pack(Floats.f32Trunc(low(lanes)), Floats.f32Trunc(high(lanes)));
  }

  public static long f32x4Nearest(long lanes) {
    return pack(Floats.f32Nearest(low(lanes)), Floats.f32Nearest(high(lanes)));
  }

  public static long f32x4Sqrt(long lanes) {
    return pack(Floats.f32Sqrt(low(lanes)), Floats.f32Sqrt(high(lanes)));
  }

  public static long f32x4Add(long a, long b) {
    return pack(low(a) + low(b), high(a) + high(b));
  }

  public static long f32x4Sub(long a, long b) {
    return pack(low(a) - low(b), high(a) - high(b));
  }

  public static long f32x4Mul(long a, long b) {
    return pack(low(a) * low(b), high(a) * high(b));
  }

  public static long f32x4Div(long a, long b) {
    return pack(low(a) / low(b), high(a) / high(b));
  }

  public static long f32x4Min(long a, long b) {
    return pack(Floats.f32Min(low(a), low(b)), Floats.f32Min(high(a), high(b)));
  }

  public static long f32x4Max(long a, long b) {
    return pack(Floats.f32Max(low(a), low(b)), Floats.f32Max(high(a), high(b)));
  }

  public static long f32x4Pmin(long a, long b) {
    return Lanes.select(b, a, f32x4Lt(b, a));
  }

  public static long f32x4Pmax(long a, long b) {
    return Lanes.select(b, a, f32x4Lt(a, b));
  }

  public static long f32x4RelaxedMadd(long a, long b, long added) {
    return pack(Math.fma(low(a), low(b), low(added)), Math.fma(high(a), high(b), high(added)));
  }

  public static long f32x4RelaxedNmadd(long a, long b, long added) {
    return pack(Math.fma(-low(a), low(b), low(added)), Math.fma(-high(a), high(b), high(added)));
  }
}
