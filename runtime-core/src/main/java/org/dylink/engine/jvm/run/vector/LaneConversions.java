package org.dylink.engine.jvm.run.vector;

import org.dylink.engine.jvm.run.number.Conversions;

/**
 * Lanes of integers that become floating-point numbers and back. What widens takes the lower 32
 * bits of a long; what narrows takes both halves of a vector.
 */
public final class LaneConversions {
  private static final long LOW = 0xffff_ffffL;

  private LaneConversions() {}

  private static long pack(int low, int high) {
    return (low & LOW) | ((long) high << 32);
  }

  public static long i32x4TruncSatF32x4S(long lanes) {
    return pack((int) FloatLanes.low(lanes), (int) FloatLanes.high(lanes));
  }

  public static long i32x4TruncSatF32x4U(long lanes) {
    return pack(
        Conversions.i32TruncSatF32U(FloatLanes.low(lanes)),
        Conversions.i32TruncSatF32U(FloatLanes.high(lanes)));
  }

  public static long i32x4TruncSatF64x2SZero(long low, long high) {
    return pack((int) DoubleLanes.lane(low), (int) DoubleLanes.lane(high));
  }

  public static long i32x4TruncSatF64x2UZero(long low, long high) {
    return pack(
        Conversions.i32TruncSatF64U(DoubleLanes.lane(low)),
        Conversions.i32TruncSatF64U(DoubleLanes.lane(high)));
  }

  public static long f32x4ConvertI32x4S(long lanes) {
    return FloatLanes.pack((int) lanes, (int) (lanes >>> 32));
  }

  public static long f32x4ConvertI32x4U(long lanes) {
    return FloatLanes.pack(
        Conversions.f32ConvertI32U((int) lanes), Conversions.f32ConvertI32U((int) (lanes >>> 32)));
  }

  public static long f32x4DemoteF64x2Zero(long low, long high) {
    return FloatLanes.pack((float) DoubleLanes.lane(low), (float) DoubleLanes.lane(high));
  }

  public static long f64x2PromoteLowF32x4(long lanes) {
    return DoubleLanes.bits(FloatLanes.low(lanes));
  }

  public static long f64x2ConvertLowI32x4S(long lanes) {
    return DoubleLanes.bits((int) lanes);
  }

  public static long f64x2ConvertLowI32x4U(long lanes) {
    return DoubleLanes.bits((double) (lanes & LOW));
  }
}
