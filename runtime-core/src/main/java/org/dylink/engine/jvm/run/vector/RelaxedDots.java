package org.dylink.engine.jvm.run.vector;

/**
 * Sums of products of bytes, both signed, as in the deterministic profile: the right ones are meant
 * to have 7 bits.
 */
public final class RelaxedDots {
  private RelaxedDots() {}

  public static long i16x8RelaxedDotI8x16I7x16S(long left, long right) {
    return (dot(left, right, 0) & 0xffffL)
        | ((dot(left, right, 16) & 0xffffL) << 16)
        | ((dot(left, right, 32) & 0xffffL) << 32)
        | ((dot(left, right, 48) & 0xffffL) << 48);
  }

  private static int dot(long left, long right, int at) {
    int first = (byte) (left >>> at) * (byte) (right >>> at);
    int second = (byte) (left >>> (at + 8)) * (byte) (right >>> (at + 8));
    return (short) (first + second);
  }

  public static long i32x4RelaxedDotI8x16I7x16AddS(long left, long right, long added) {
    int low = dot(left, right, 0) + dot(left, right, 16);
    int high = dot(left, right, 32) + dot(left, right, 48);
    return Ints.i32x4Add((low & 0xffff_ffffL) | ((long) high << 32), added);
  }
}
