package org.dylink.bindgen.macro;

/** What a macro stands for, as a constant. */
public sealed interface Value {
  /**
   * A whole number.
   *
   * @param bits sign-extended, or zero-extended, to 64 from those of its type
   * @param wide whether it is a {@code long long}, and no {@code int}
   * @param unsigned whether its type is
   */
  record Whole(long bits, boolean wide, boolean unsigned) implements Value {
    /** A number that has the bits of its type, and no more. */
    static Whole of(long bits, boolean wide, boolean unsigned) {
      long cut = wide ? bits : unsigned ? bits & 0xffff_ffffL : (int) bits;
      return new Whole(cut, wide, unsigned);
    }

    static Whole of(boolean truth) {
      return new Whole(truth ? 1 : 0, false, false);
    }
  }

  /** A number of floating point. */
  record Real(double number) implements Value {}

  /** A string. */
  record Text(String text) implements Value {}
}
