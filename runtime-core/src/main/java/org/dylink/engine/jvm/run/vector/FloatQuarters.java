package org.dylink.engine.jvm.run.vector;

import org.dylink.engine.jvm.run.number.Floats;

/**
 * A number of 32 bits, which is a quarter of a vector: see {@link Quarters}. It stays an int
 * between instructions, of which HotSpot makes nothing where one follows the other.
 */
public final class FloatQuarters {
  private FloatQuarters() {}

  private static float lane(int bits) {
    return Float.intBitsToFloat(bits);
  }

  private static int bits(float lane) {
    return Float.floatToRawIntBits(lane);
  }

  public static int f32x4Eq(int a, int b) {
    return lane(a) == lane(b) ? -1 : 0;
  }

  public static int f32x4Ne(int a, int b) {
    return lane(a) != lane(b) ? -1 : 0;
  }

  public static int f32x4Lt(int a, int b) {
    return lane(a) < lane(b) ? -1 : 0;
  }

  public static int f32x4Gt(int a, int b) {
    return lane(a) > lane(b) ? -1 : 0;
  }

  public static int f32x4Le(int a, int b) {
    return lane(a) <= lane(b) ? -1 : 0;
  }

  public static int f32x4Ge(int a, int b) {
    return lane(a) >= lane(b) ? -1 : 0;
  }

  public static int f32x4Abs(int lane) {
    return lane & Integer.MAX_VALUE;
  }

  public static int f32x4Neg(int lane) {
    return lane ^ Integer.MIN_VALUE;
  }

  public static int f32x4Ceil(int lane) {
    return bits(Floats.f32Ceil(lane(lane)));
  }

  public static int f32x4Floor(int lane) {
    return bits(Floats.f32Floor(lane(lane)));
  }

  public static int f32x4Trunc(int lane) {
    return bits(Floats.f32Trunc(lane(lane)));
  }

  public static int f32x4Nearest(int lane) {
    return bits(Floats.f32Nearest(lane(lane)));
  }

  public static int f32x4Sqrt(int lane) {
    return bits(Floats.f32Sqrt(lane(lane)));
  }

  public static int f32x4Add(int a, int b) {
    return bits(lane(a) + lane(b));
  }

  public static int f32x4Sub(int a, int b) {
    return bits(lane(a) - lane(b));
  }

  public static int f32x4Mul(int a, int b) {
    return bits(lane(a) * lane(b));
  }

  public static int f32x4Div(int a, int b) {
    return bits(lane(a) / lane(b));
  }

  public static int f32x4Min(int a, int b) {
    return bits(Floats.f32Min(lane(a), lane(b)));
  }

  public static int f32x4Max(int a, int b) {
    return bits(Floats.f32Max(lane(a), lane(b)));
  }

  public static int f32x4Pmin(int a, int b) {
    return lane(b) < lane(a) ? b : a;
  }

  public static int f32x4Pmax(int a, int b) {
    return lane(a) < lane(b) ? b : a;
  }

  public static int f32x4RelaxedMadd(int a, int b, int added) {
    return bits(Math.fma(lane(a), lane(b), lane(added)));
  }

  public static int f32x4RelaxedNmadd(int a, int b, int added) {
    return bits(Math.fma(-lane(a), lane(b), lane(added)));
  }
}
