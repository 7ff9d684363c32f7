package org.dylink.engine.jvm.run.vector;

/**
 * Integers that lie side by side in a long, all handled at once. Of what width they are, {@code
 * high} says: it has the highest bit of each lane. Nothing is carried from a lane into the next.
 */
final class Lanes {
  private Lanes() {}

  static long add(long left, long right, long high) {
    return ((left & ~high) + (right & ~high)) ^ ((left ^ right) & high);
  }

  static long sub(long left, long right, long high) {
    return ((left | high) - (right & ~high)) ^ ((left ^ ~right) & high);
  }

  /**
   * All bits of those lanes whose highest bit is set, none of the others.
   *
   * @param bits of which the highest of each lane counts
   */
  static long fill(long bits, long high, int width) {
    long set = bits & high;
    return (set << 1) - (set >>> (width - 1));
  }

  /** Sets the highest bit of those lanes that are not zero; the other bits are anything. */
  static long nonZero(long lanes, long high) {
    return ((lanes & ~high) + ~high) | lanes;
  }

  /** Sets the highest bit where the left is less than the right, both signed; others: anything. */
  static long lessSigned(long left, long right, long high) {
    return (left & ~right) | ~((left ^ right) | notLess(left, right, high));
  }

  /** Sets the highest bit where the left is not less, looking at no highest bit. */
  private static long notLess(long left, long right, long high) {
    return (left | high) - (right & ~high);
  }

  /** As lessSigned, of unsigned lanes. */
  static long lessUnsigned(long left, long right, long high) {
    return (~left & right) | ~((left ^ right) | notLess(left, right, high));
  }

  /** The bits of one where a mask is set, else those of the other. */
  static long select(long one, long other, long mask) {
    return other ^ ((one ^ other) & mask);
  }

  /** The lowest bit of each lane. */
  private static long ones(long high, int width) {
    return high >>> (width - 1);
  }

  static long shl(long lanes, int count, long high, int width) {
    int by = count & (width - 1);
    long one = ones(high, width);
    return (lanes << by) & ~((one << by) - one);
  }

  static long shrU(long lanes, int count, long high, int width) {
    int by = count & (width - 1);
    return (lanes >>> by) & low(width - by, high, width);
  }

  static long shrS(long lanes, int count, long high, int width) {
    int by = count & (width - 1);
    long kept = low(width - by, high, width);
    return ((lanes >>> by) & kept) | (fill(lanes, high, width) & ~kept);
  }

  /** So many low bits of each lane, at least one. */
  private static long low(int bits, long high, int width) {
    long one = ones(high, width);
    return (one << bits) - one;
  }

  static long addSatS(long left, long right, long high, int width) {
    long sum = add(left, right, high);
    long overflow = ~(left ^ right) & (left ^ sum);
    return select(limit(left, high, width), sum, fill(overflow, high, width));
  }

  static long subSatS(long left, long right, long high, int width) {
    long difference = sub(left, right, high);
    long overflow = (left ^ right) & (left ^ difference);
    return select(limit(left, high, width), difference, fill(overflow, high, width));
  }

  /** The least number of those lanes that are negative, the greatest of the others. */
  private static long limit(long lanes, long high, int width) {
    return ~high + ((lanes & high) >>> (width - 1));
  }

  static long addSatU(long left, long right, long high, int width) {
    long sum = add(left, right, high);
    long carry = (left & right) | ((left | right) & ~sum);
    return sum | fill(carry, high, width);
  }

  static long subSatU(long left, long right, long high, int width) {
    return sub(left, right, high) & ~fill(lessUnsigned(left, right, high), high, width);
  }

  /** The mean, rounded up, of unsigned lanes. */
  static long avgrU(long left, long right, long high) {
    return (left | right) - (((left ^ right) >>> 1) & ~high);
  }

  static long abs(long lanes, long high, int width) {
    long negative = fill(lanes, high, width);
    return (lanes ^ negative) + ((lanes & high) >>> (width - 1));
  }
}
