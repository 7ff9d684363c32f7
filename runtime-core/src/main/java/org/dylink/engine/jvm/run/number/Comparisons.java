package org.dylink.engine.jvm.run.number;

/**
 * Comparisons whose result is a number (WebAssembly Core, Execution, Numerics). Where a branch
 * follows, the compiler makes one instruction of both and calls nothing.
 *
 * <p>Unsigned numbers are moved to where the order of signed ones is theirs. {@code
 * Integer.compareUnsigned} says the same, and so does adding the highest bit in place of flipping
 * it, but C2 of some JDKs makes wrong code of both: docs/engine.md.
 */
public final class Comparisons {
  private Comparisons() {}

  public static int i32Eqz(int value) {
    return value == 0 ? 1 : 0;
  }

  public static int i32Eq(int left, int right) {
    return left == right ? 1 : 0;
  }

  public static int i32Ne(int left, int right) {
    return left != right ? 1 : 0;
  }

  public static int i32LtS(int left, int right) {
    return left < right ? 1 : 0;
  }

  public static int i32LtU(int left, int right) {
    return (left ^ Integer.MIN_VALUE) < (right ^ Integer.MIN_VALUE) ? 1 : 0;
  }

  public static int i32GtS(int left, int right) {
    return left > right ? 1 : 0;
  }

  public static int i32GtU(int left, int right) {
    return (left ^ Integer.MIN_VALUE) > (right ^ Integer.MIN_VALUE) ? 1 : 0;
  }

  public static int i32LeS(int left, int right) {
    return left <= right ? 1 : 0;
  }

  public static int i32LeU(int left, int right) {
    return (left ^ Integer.MIN_VALUE) <= (right ^ Integer.MIN_VALUE) ? 1 : 0;
  }

  public static int i32GeS(int left, int right) {
    return left >= right ? 1 : 0;
  }

  public static int i32GeU(int left, int right) {
    return (left ^ Integer.MIN_VALUE) >= (right ^ Integer.MIN_VALUE) ? 1 : 0;
  }

  public static int i64Eqz(long value) {
    return value == 0 ? 1 : 0;
  }

  public static int i64Eq(long left, long right) {
    return left == right ? 1 : 0;
  }

  public static int i64Ne(long left, long right) {
    return left != right ? 1 : 0;
  }

  public static int i64LtS(long left, long right) {
    return left < right ? 1 : 0;
  }

  public static int i64LtU(long left, long right) {
    return (left ^ Long.MIN_VALUE) < (right ^ Long.MIN_VALUE) ? 1 : 0;
  }

  public static int i64GtS(long left, long right) {
    return left > right ? 1 : 0;
  }

  public static int i64GtU(long left, long right) {
    return (left ^ Long.MIN_VALUE) > (right ^ Long.MIN_VALUE) ? 1 : 0;
  }

  public static int i64LeS(long left, long right) {
    return left <= right ? 1 : 0;
  }

  public static int i64LeU(long left, long right) {
    return (left ^ Long.MIN_VALUE) <= (right ^ Long.MIN_VALUE) ? 1 : 0;
  }

  public static int i64GeS(long left, long right) {
    return left >= right ? 1 : 0;
  }

  public static int i64GeU(long left, long right) {
    return (left ^ Long.MIN_VALUE) >= (right ^ Long.MIN_VALUE) ? 1 : 0;
  }

  public static int f32Eq(float left, float right) {
    return left == right ? 1 : 0;
  }

  public static int f32Ne(float left, float right) {
    return left != right ? 1 : 0;
  }

  public static int f32Lt(float left, float right) {
    return left < right ? 1 : 0;
  }

  public static int f32Gt(float left, float right) {
    return left > right ? 1 : 0;
  }

  public static int f32Le(float left, float right) {
    return left <= right ? 1 : 0;
  }

  public static int f32Ge(float left, float right) {
    return left >= right ? 1 : 0;
  }

  public static int f64Eq(double left, double right) {
    return left == right ? 1 : 0;
  }

  public static int f64Ne(double left, double right) {
    return left != right ? 1 : 0;
  }

  public static int f64Lt(double left, double right) {
    return left < right ? 1 : 0;
  }

  public static int f64Gt(double left, double right) {
    return left > right ? 1 : 0;
  }

  public static int f64Le(double left, double right) {
    return left <= right ? 1 : 0;
  }

  public static int f64Ge(double left, double right) {
    return left >= right ? 1 : 0;
  }
}
