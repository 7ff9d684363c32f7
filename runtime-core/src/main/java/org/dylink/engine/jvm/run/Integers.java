package org.dylink.engine.jvm.run;

import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;

/**
 * Integer operations that are no instruction of the JVM (WebAssembly Core, Execution, Numerics).
 */
public final class Integers {
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
    return Integer.divideUnsigned(left, right);
  }

  public static int i32RemS(int left, int right) {
    checkDivisor(right);
    return left % right;
  }

  public static int i32RemU(int left, int right) {
    checkDivisor(right);
    return Integer.remainderUnsigned(left, right);
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
    return Long.divideUnsigned(left, right);
  }

  public static long i64RemS(long left, long right) {
    checkDivisor(right);
    return left % right;
  }

  public static long i64RemU(long left, long right) {
    checkDivisor(right);
    return Long.remainderUnsigned(left, right);
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

  // Not left to the JVM: what it throws loses its stack trace when it is thrown often.
  private static void checkDivisor(long divisor) {
    if (divisor == 0) {
      throw new TrapException(TrapKind.INTEGER_DIVIDE_BY_ZERO, "integer divide by zero");
    }
  }
}
