package org.dylink.binding.marshal;

import org.dylink.format.ValueType;

/**
 * Puts a parameter that is no number where C finds it. Generated code calls it inside of a turn.
 */
abstract class Argument {
  private final String place;
  private final boolean orNull;

  /**
   * @param place how messages name the parameter
   * @param orNull whether null is a null pointer
   */
  Argument(String place, boolean orNull) {
    this.place = place;
    this.orNull = orNull;
  }

  /** The value type that C is passed; null if it is passed nothing. */
  ValueType type() {
    return ValueType.I32;
  }

  /**
   * Makes what C is passed of a value.
   *
   * @return the bits of an address in most cases
   */
  public final long put(Scratch scratch, Object value) {
    if (value == null && !orNull) {
      throw new NullPointerException(place + " is null: @OrNull would allow it");
    }
    return value == null ? 0 : bits(scratch, value);
  }

  /**
   * Copies back what C has written.
   *
   * @param address what {@link #put} returned
   */
  public final void take(Scratch scratch, Object value, int address) {
    if (value != null) {
      copyBack(scratch, value, address);
    }
  }

  /**
   * Checks that C finds as many elements as it was told.
   *
   * @param count what the other parameter says
   */
  public final void checkSize(Object value, long count) {
    if (value != null && (count < 0 || count > length(value))) {
      throw refuse("has " + length(value) + " elements, C is told " + count);
    }
  }

  /** How many elements a value says there are: the first of an array. */
  public final long count(Object value) {
    return value == null ? 0 : first(value);
  }

  long bits(Scratch scratch, Object value) {
    return address(scratch, value);
  }

  /** Puts a value into memory, and gives its address. */
  int address(Scratch scratch, Object value) {
    throw new IllegalStateException("BUG: " + place + " has no address");
  }

  final boolean isOrNull() {
    return orNull;
  }

  /** Whether C may change what Java sees. */
  boolean isOut() {
    return false;
  }

  void copyBack(Scratch scratch, Object value, int address) {}

  /** Whether values have elements, which can be counted. */
  boolean hasLength() {
    return false;
  }

  int length(Object value) {
    throw new IllegalStateException("BUG: " + place + " has no length");
  }

  long first(Object value) {
    throw new IllegalStateException("BUG: " + place + " has no elements");
  }

  final IllegalArgumentException refuse(String detail) {
    return new IllegalArgumentException(place + " " + detail);
  }
}
