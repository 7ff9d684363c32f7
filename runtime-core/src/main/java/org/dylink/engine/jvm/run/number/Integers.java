package org.dylink.engine.jvm.run.number;

import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;

/**
 * Integer operations that are no instruction of the JVM (WebAssembly Core, Execution, Numerics).
 */
public final class Integers {
  private static final long UNSIGNED = 0xffff_ffffL;

  private Integers() {}

  public static int i32Clz(int value) {
    return Integer.numberOfLeadingZeros(value);
  }

  public static int i32Ctz(int value) {
    return Integer.numberOfTrailingZeros(value);
  }

  public static int i32Popcnt(int value) {
    return Integer.bitCount(value);
  }

  public static int i32DivS(int left, int right) {
    checkDivisor(right);
    if (left == Integer.MIN_VALUE && right == -1) {
      throw new TrapException(TrapKind.INTEGER_OVERFLOW, "integer overflow");
    }
    return left / right;
  }

  public static int i32DivU(int left, int right) {
    checkDivisor(right);
    return (int) ((left & UNSIGNED) / (right & UNSIGNED));
  }

  public static int i32RemS(int left, int right) {
    checkDivisor(right);
    return left % right;
  }

  public static int i32RemU(int left, int right) {
    checkDivisor(right);
    return (int) ((left & UNSIGNED) % (right & UNSIGNED));
  }

  public static int i32Rotl(int value, int distance) {
    return Integer.rotateLeft(value, distance);
  }

  public static int i32Rotr(int value, int distance) {
    return Integer.rotateRight(value, distance);
  }

  public static long i64Clz(long value) {
    return Long.numberOfLeadingZeros(value);
  }

  public static long i64Ctz(long value) {
    return Long.numberOfTrailingZeros(value);
  }

  public static long i64Popcnt(long value) {
    return Long.bitCount(value);
  }

  public static long i64DivS(long left, long right) {
    checkDivisor(right);
    if (left == Long.MIN_VALUE && right == -1) {
      throw new TrapException(TrapKind.INTEGER_OVERFLOW, "integer overflow");
    }
    return left / right;
  }

  public static long i64DivU(long left, long right) {
    checkDivisor(right);
    return divideUnsigned(left, right);
  }

  public static long i64RemS(long left, long right) {
    checkDivisor(right);
    return left % right;
  }

  public static long i64RemU(long left, long right) {
    checkDivisor(right);
    return left - divideUnsigned(left, right) * right;
  }

  public static long i64Shl(long value, long distance) {
    return value << distance;
  }

  public static long i64ShrS(long value, long distance) {
    return value >> distance;
  }

  public static long i64ShrU(long value, long distance) {
    return value >>> distance;
  }

  public static long i64Rotl(long value, long distance) {
    return Long.rotateLeft(value, (int) distance);
  }

  public static long i64Rotr(long value, long distance) {
    return Long.rotateRight(value, (int) distance);
  }

  /** Not {@code Long.divideUnsigned}, which HotSpot has several implementations of. */
  private static long divideUnsigned(long left, long right) {
    if (right < 0) {
      return (left ^ Long.MIN_VALUE) < (right ^ Long.MIN_VALUE) ? 0 : 1;
    }
    // Of half the dividend twice the quotient: at most 1 too small, as the remainder shows.
    long quotient = ((left >>> 1) / right) << 1;
    long rest = left - quotient * right;
    return (rest ^ Long.MIN_VALUE) < (right ^ Long.MIN_VALUE) ? quotient : quotient + 1;
  }

  // Not left to the JVM: what it throws loses its stack trace when it is thrown often.
  private static void checkDivisor(long divisor) {
    if (divisor == 0) {
      throw new TrapException(TrapKind.INTEGER_DIVIDE_BY_ZERO, "integer divide by zero");
    }
  }
}
