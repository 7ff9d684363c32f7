package org.dylink.engine.jvm.run.number;

import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;

/**
 * Conversions that are no instruction of the JVM (WebAssembly Core, Execution, Numerics).
 * Truncation traps where the integer does not fit; its saturating form, for signed integers, is the
 * JVM's own.
 */
public final class Conversions {
  private static final double TWO_TO_31 = 0x1p31;
  private static final double TWO_TO_32 = 0x1p32;
  private static final double TWO_TO_63 = 0x1p63;
  private static final double TWO_TO_64 = 0x1p64;

  private Conversions() {}

  // Truncation that traps. Each f32 is an f64, so one check serves both.

  public static int i32TruncF32S(float value) {
    return i32TruncF64S(value);
  }

  public static int i32TruncF32U(float value) {
    return i32TruncF64U(value);
  }

  public static int i32TruncF64S(double value) {
    check(value, value > -TWO_TO_31 - 1 && value < TWO_TO_31);
    return (int) value;
  }

  public static int i32TruncF64U(double value) {
    check(value, value > -1 && value < TWO_TO_32);
    return (int) (long) value;
  }

  public static long i64TruncF32S(float value) {
    return i64TruncF64S(value);
  }

  public static long i64TruncF32U(float value) {
    return i64TruncF64U(value);
  }

  public static long i64TruncF64S(double value) {
    check(value, value >= -TWO_TO_63 && value < TWO_TO_63);
    return (long) value;
  }

  public static long i64TruncF64U(double value) {
    check(value, value > -1 && value < TWO_TO_64);
    return unsigned(value);
  }

  private static void check(double value, boolean fits) {
    if (!fits) {
      throw Double.isNaN(value)
          ? new TrapException(
              TrapKind.INVALID_CONVERSION_TO_INTEGER, "invalid conversion to integer")
          : new TrapException(TrapKind.INTEGER_OVERFLOW, "integer overflow");
    }
  }

  /** A long of the same bits as the unsigned integer; the value is at least -1 and fits. */
  private static long unsigned(double value) {
    return value < TWO_TO_63 ? (long) value : (long) (value - TWO_TO_63) ^ Long.MIN_VALUE;
  }

  // Truncation that saturates

  public static int i32TruncSatF32U(float value) {
    return i32TruncSatF64U(value);
  }

  public static int i32TruncSatF64U(double value) {
    return value >= TWO_TO_32 ? -1 : (int) Math.max(0, (long) value);
  }

  public static long i64TruncSatF32U(float value) {
    return i64TruncSatF64U(value);
  }

  public static long i64TruncSatF64U(double value) {
    if (value >= TWO_TO_64) {
      return -1;
    }
    return value > 0 ? unsigned(value) : 0;
  }

  // From integers

  public static long i64ExtendI32U(int value) {
    return value & 0xffff_ffffL;
  }

  public static long i64Extend8S(long value) {
    return (byte) value;
  }

  public static long i64Extend16S(long value) {
    return (short) value;
  }

  public static long i64Extend32S(long value) {
    return (int) value;
  }

  public static float f32ConvertI32U(int value) {
    return value & 0xffff_ffffL;
  }

  public static double f64ConvertI32U(int value) {
    return value & 0xffff_ffffL;
  }

  public static float f32ConvertI64U(long value) {
    return value >= 0 ? value : (float) half(value) * 2;
  }

  public static double f64ConvertI64U(long value) {
    return value >= 0 ? value : (double) half(value) * 2;
  }

  /** Half of an unsigned integer; the bit that falls off is kept, so that rounding sees it. */
  private static long half(long value) {
    return (value >>> 1) | (value & 1);
  }

  // Bits

  public static int i32ReinterpretF32(float value) {
    return Float.floatToRawIntBits(value);
  }

  public static long i64ReinterpretF64(double value) {
    return Double.doubleToRawLongBits(value);
  }

  public static float f32ReinterpretI32(int bits) {
    return Float.intBitsToFloat(bits);
  }

  public static double f64ReinterpretI64(long bits) {
    return Double.longBitsToDouble(bits);
  }
}
