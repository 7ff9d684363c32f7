package org.dylink.engine.jvm.run.number;

/**
 * Floating-point operations that are no instruction of the JVM (WebAssembly Core, Execution,
 * Numerics). Signs are changed in the bits, also of what is no number; whatever else gives a NaN
 * gives a quiet one, which the JVM's own methods do not promise.
 */
public final class Floats {
  private static final int QUIET_F32 = 0x0040_0000;
  private static final long QUIET_F64 = 0x0008_0000_0000_0000L;

  private Floats() {}

  public static float f32Abs(float value) {
    return Float.intBitsToFloat(Float.floatToRawIntBits(value) & 0x7fff_ffff);
  }

  public static float f32Neg(float value) {
    return Float.intBitsToFloat(Float.floatToRawIntBits(value) ^ 0x8000_0000);
  }

  public static float f32Copysign(float value, float sign) {
    int bits = Float.floatToRawIntBits(value) & 0x7fff_ffff;
    return Float.intBitsToFloat(bits | (Float.floatToRawIntBits(sign) & 0x8000_0000));
  }

  public static float f32Ceil(float value) {
    return Float.isNaN(value) ? quiet(value) : (float) Math.ceil(value);
  }

  public static float f32Floor(float value) {
    return Float.isNaN(value) ? quiet(value) : (float) Math.floor(value);
  }

  public static float f32Trunc(float value) {
    if (Float.isNaN(value)) {
      return quiet(value);
    }
    return (float) (value < 0 ? Math.ceil(value) : Math.floor(value));
  }

  public static float f32Nearest(float value) {
    return Float.isNaN(value) ? quiet(value) : (float) Math.rint(value);
  }

  public static float f32Sqrt(float value) {
    return Float.isNaN(value) ? quiet(value) : (float) Math.sqrt(value);
  }

  public static float f32Min(float left, float right) {
    if (Float.isNaN(left) || Float.isNaN(right)) {
      return quiet(Float.isNaN(left) ? left : right);
    }
    return Math.min(left, right);
  }

  public static float f32Max(float left, float right) {
    if (Float.isNaN(left) || Float.isNaN(right)) {
      return quiet(Float.isNaN(left) ? left : right);
    }
    return Math.max(left, right);
  }

  private static float quiet(float nan) {
    return Float.intBitsToFloat(Float.floatToRawIntBits(nan) | QUIET_F32);
  }

  public static double f64Abs(double value) {
    return Double.longBitsToDouble(Double.doubleToRawLongBits(value) & 0x7fff_ffff_ffff_ffffL);
  }

  public static double f64Neg(double value) {
    return Double.longBitsToDouble(Double.doubleToRawLongBits(value) ^ 0x8000_0000_0000_0000L);
  }

  public static double f64Copysign(double value, double sign) {
    long bits = Double.doubleToRawLongBits(value) & 0x7fff_ffff_ffff_ffffL;
    return Double.longBitsToDouble(
        bits | (Double.doubleToRawLongBits(sign) & 0x8000_0000_0000_0000L));
  }

  public static double f64Ceil(double value) {
    return Double.isNaN(value) ? quiet(value) : Math.ceil(value);
  }

  public static double f64Floor(double value) {
    return Double.isNaN(value) ? quiet(value) : Math.floor(value);
  }

  public static double f64Trunc(double value) {
    if (Double.isNaN(value)) {
      return quiet(value);
    }
    return (value < 0 ? Math.ceil(value) : Math.floor(value));
  }

  public static double f64Nearest(double value) {
    return Double.isNaN(value) ? quiet(value) : Math.rint(value);
  }

  public static double f64Sqrt(double value) {
    return Double.isNaN(value) ? quiet(value) : Math.sqrt(value);
  }

  public static double f64Min(double left, double right) {
    if (Double.isNaN(left) || Double.isNaN(right)) {
      return quiet(Double.isNaN(left) ? left : right);
    }
    return Math.min(left, right);
  }

  public static double f64Max(double left, double right) {
    if (Double.isNaN(left) || Double.isNaN(right)) {
      return quiet(Double.isNaN(left) ? left : right);
    }
    return Math.max(left, right);
  }

  private static double quiet(double nan) {
    return Double.longBitsToDouble(Double.doubleToRawLongBits(nan) | QUIET_F64);
  }
}
