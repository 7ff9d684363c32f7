package org.dylink.engine.jvm.run.number;

/** Instructions on vectors (WebAssembly Core, Execution, Vector Instructions): a beginning. */
public final class Vectors {
  /**
   * A vector of 128 bits.
   *
   * @param low lanes 0 to 7 of 8 bits, the first in the lowest bits
   * @param high lanes 8 to 15
   */
  public record Vector(long low, long high) {}

  private static final Vector ZERO = new Vector(0, 0);
  private static final long EACH_BYTE = 0x0101_0101_0101_0101L;
  private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

  private Vectors() {}

  /** What a local holds before it is written. */
  public static Object zero() {
    return ZERO;
  }

  public static Object i8x16Splat(int value) {
    long lanes = (value & 0xff) * EACH_BYTE;
    return new Vector(lanes, lanes);
  }

  public static int i8x16ExtractLaneS(Object vector, int lane) {
    Vector from = (Vector) vector;
    long half = lane < 8 ? from.low : from.high;
    return (byte) (half >> (8 * (lane & 7)));
  }

  public static Object i8x16Add(Object left, Object right) {
    Vector a = (Vector) left;
    Vector b = (Vector) right;
    return new Vector(addBytes(a.low, b.low), addBytes(a.high, b.high));
  }

  /** Adds eight bytes at once: no sum carries into its neighbour. */
  private static long addBytes(long left, long right) {
    return ((left & ~HIGH_BITS) + (right & ~HIGH_BITS)) ^ ((left ^ right) & HIGH_BITS);
  }
}
