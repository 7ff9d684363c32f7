package org.dylink.engine.jvm.run.vector;

/** Lanes that become lanes of half the width, with the nearest number that fits. */
public final class Narrowing {
  private static final long SHORTS_HIGH = 0x8000_8000_8000_8000L;
  private static final long BYTES = 0x00ff_00ff_00ff_00ffL; // the lower half of each short
  private static final long LEAST = 0xff80_ff80_ff80_ff80L; // -128
  private static final long GREATEST = 0x007f_007f_007f_007fL;

  private Narrowing() {}

  public static long i8x16NarrowI16x8S(long low, long high) {
    return pack(signed(low)) | (pack(signed(high)) << 32);
  }

  public static long i8x16NarrowI16x8U(long low, long high) {
    return pack(unsigned(low)) | (pack(unsigned(high)) << 32);
  }

  private static long signed(long lanes) {
    return Shorts.i16x8MaxS(Shorts.i16x8MinS(lanes, GREATEST), LEAST) & BYTES;
  }

  private static long unsigned(long lanes) {
    long positive = lanes & ~Lanes.fill(lanes, SHORTS_HIGH, Short.SIZE);
    long tooLarge = positive + 0x7f00_7f00_7f00_7f00L; // in the highest bit
    return (positive | Lanes.fill(tooLarge, SHORTS_HIGH, Short.SIZE)) & BYTES;
  }

  /** The lower bytes of four shorts, whose upper bytes are 0. */
  private static long pack(long shorts) {
    long pairs = (shorts | (shorts >>> 8)) & 0x0000_ffff_0000_ffffL;
    return (pairs | (pairs >>> 16)) & 0xffff_ffffL;
  }

  public static long i16x8NarrowI32x4S(long low, long high) {
    return signed(low, 0) | signed(low, 16) | (signed(high, 0) << 32) | (signed(high, 16) << 32);
  }

  public static long i16x8NarrowI32x4U(long low, long high) {
    return unsigned(low, 0)
        | unsigned(low, 16)
        | (unsigned(high, 0) << 32)
        | (unsigned(high, 16) << 32);
  }

  /** One int of two, as the short that goes to a place among the lower 32 bits. */
  private static long signed(long ints, int at) {
    int value = (int) (ints >>> (2 * at));
    return (Math.max(Math.min(value, Short.MAX_VALUE), Short.MIN_VALUE) & 0xffffL) << at;
  }

  private static long unsigned(long ints, int at) {
    int value = (int) (ints >>> (2 * at));
    return (long) Math.max(Math.min(value, 0xffff), 0) << at;
  }
}
