package org.dylink.engine.jvm.run.vector;

/**
 * Lanes of a vector as numbers of their own. Where one is taken out or put in, the half is given
 * that has it, and its number in that half.
 */
public final class SingleLanes {
  private static final long EACH_BYTE = 0x0101_0101_0101_0101L;
  private static final long EACH_SHORT = 0x0001_0001_0001_0001L;
  private static final long EACH_INT = 0x0000_0001_0000_0001L;

  private SingleLanes() {}

  // Each half of a vector whose lanes are all the same

  public static long i8x16Splat(int value) {
    return (value & 0xff) * EACH_BYTE;
  }

  public static long i16x8Splat(int value) {
    return (value & 0xffff) * EACH_SHORT;
  }

  public static long i32x4Splat(int value) {
    return (value & 0xffff_ffffL) * EACH_INT;
  }

  public static long i64x2Splat(long value) {
    return value;
  }

  public static long f32x4Splat(float value) {
    return i32x4Splat(Float.floatToRawIntBits(value));
  }

  public static long f64x2Splat(double value) {
    return Double.doubleToRawLongBits(value);
  }

  // Taking out

  public static int i8x16ExtractLaneS(long half, int lane) {
    return (byte) (half >>> (8 * lane));
  }

  public static int i8x16ExtractLaneU(long half, int lane) {
    return (int) (half >>> (8 * lane)) & 0xff;
  }

  public static int i16x8ExtractLaneS(long half, int lane) {
    return (short) (half >>> (16 * lane));
  }

  public static int i16x8ExtractLaneU(long half, int lane) {
    return (int) (half >>> (16 * lane)) & 0xffff;
  }

  public static int i32x4ExtractLane(long half, int lane) {
    return (int) (half >>> (32 * lane));
  }

  public static long i64x2ExtractLane(long half, int lane) {
    return half;
  }

  public static float f32x4ExtractLane(long half, int lane) {
    return Float.intBitsToFloat((int) (half >>> (32 * lane)));
  }

  public static double f64x2ExtractLane(long half, int lane) {
    return Double.longBitsToDouble(half);
  }

  // Putting in

  public static long i8x16ReplaceLane(long half, int value, int lane) {
    return Lanes.select((long) value << (8 * lane), half, 0xffL << (8 * lane));
  }

  public static long i16x8ReplaceLane(long half, int value, int lane) {
    return Lanes.select((long) value << (16 * lane), half, 0xffffL << (16 * lane));
  }

  public static long i32x4ReplaceLane(long half, int value, int lane) {
    return Lanes.select((long) value << (32 * lane), half, 0xffff_ffffL << (32 * lane));
  }

  public static long i64x2ReplaceLane(long half, long value, int lane) {
    return value;
  }

  public static long f32x4ReplaceLane(long half, float value, int lane) {
    return i32x4ReplaceLane(half, Float.floatToRawIntBits(value), lane);
  }

  public static long f64x2ReplaceLane(long half, double value, int lane) {
    return Double.doubleToRawLongBits(value);
  }
}
