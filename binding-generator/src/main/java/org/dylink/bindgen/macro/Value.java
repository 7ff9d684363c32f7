package org.dylink.bindgen.macro;

/** What a macro stands for, as a constant. */
public sealed interface Value {
  /**
   * A whole number, or an address that stands for something.
   *
   * @param bits sign-extended, or zero-extended, to 64 from those of its type
   * @param wide whether it is a {@code long long}, and no {@code int} or smaller
   */
  record Whole(long bits, boolean wide) implements Value {}

  /** A {@code _Bool}. */
  record Truth(boolean value) implements Value {}

  /** A {@code float}. */
  record Single(float number) implements Value {}

  /** A {@code double}, or a {@code long double} that was rounded to one. */
  record Real(double number) implements Value {}

  /** A string, without the NUL at its end. */
  record Text(String text) implements Value {}
}
