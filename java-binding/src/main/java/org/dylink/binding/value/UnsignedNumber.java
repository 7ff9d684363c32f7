package org.dylink.binding.value;

import org.dylink.binding.memory.BoundLibrary;
import org.dylink.binding.shape.UnsignedShape;

/** Passes and takes a number that is unsigned in C. */
public final class UnsignedNumber {
  private final UnsignedShape shape;

  public UnsignedNumber(UnsignedShape shape) {
    this.shape = shape;
  }

  /**
   * What C is passed: zeroes above its bits. Generated code calls it.
   *
   * @param library for the message
   */
  public int pass(BoundLibrary library, long value) {
    if (!isFit(value)) {
      throw new IllegalArgumentException(library + ": " + refusal(value));
    }
    return (int) (value & shape.mask());
  }

  /** What C is passed as the result of a lambda. */
  int pass(long value) {
    if (!isFit(value)) {
      throw new IllegalArgumentException(refusal(value));
    }
    return (int) (value & shape.mask());
  }

  /** What Java is given. */
  long take(int value) {
    return value & shape.mask();
  }

  private boolean isFit(long value) {
    return !shape.isWiderInJava() || (value >= 0 && value <= shape.mask());
  }

  private String refusal(long value) {
    return "%s is %d: C's number has %d bits, and no sign"
        .formatted(shape.place(), value, shape.bits());
  }
}
