package org.dylink.binding.value;

import org.dylink.binding.memory.CallingThread;
import org.dylink.binding.shape.ParameterShape;

/**
 * Puts a parameter that is no number where C finds it. Generated code calls it inside of a turn.
 * All objects of an interface share it.
 */
public abstract class Argument {
  private final String place;
  private final boolean orNull;

  Argument(ParameterShape shape) {
    this(shape.place(), shape.orNull());
  }

  /**
   * @param place how messages name the parameter, behind the library
   * @param orNull whether null is a null pointer
   */
  Argument(String place, boolean orNull) {
    this.place = place;
    this.orNull = orNull;
  }

  /**
   * Makes what C is passed of a value.
   *
   * @return the bits of an address in most cases
   */
  public final long put(CallingThread thread, Object value) {
    if (value == null && !orNull) {
      throw new NullPointerException(place(thread) + " is null: @OrNull would allow it");
    }
    return value == null ? 0 : bits(thread, value);
  }

  /**
   * Copies back what C has written.
   *
   * @param address what {@link #put} returned
   */
  public final void take(CallingThread thread, Object value, int address) {
    if (value != null) {
      copyBack(thread, value, address);
    }
  }

  /**
   * Checks that C finds as many elements as it was told.
   *
   * @param count what the other parameter says
   */
  public final void checkSize(CallingThread thread, Object value, long count) {
    if (value != null && (count < 0 || count > length(value))) {
      throw refuse(thread, "has " + length(value) + " elements, C is told " + count);
    }
  }

  /** How many elements a value says there are: the first of an array. */
  public final long count(CallingThread thread, Object value) {
    return value == null ? 0 : first(thread, value);
  }

  long bits(CallingThread thread, Object value) {
    return address(thread, value);
  }

  /** Puts a value into memory, and gives its address. */
  int address(CallingThread thread, Object value) {
    throw new IllegalStateException("BUG: " + place(thread) + " has no address");
  }

  final boolean isOrNull() {
    return orNull;
  }

  void copyBack(CallingThread thread, Object value, int address) {}

  int length(Object value) {
    throw new IllegalStateException("BUG: " + place + " has no length");
  }

  long first(CallingThread thread, Object value) {
    throw new IllegalStateException("BUG: " + place(thread) + " has no elements");
  }

  final IllegalArgumentException refuse(CallingThread thread, String detail) {
    return new IllegalArgumentException(place(thread) + " " + detail);
  }

  private String place(CallingThread thread) {
    return thread.library() + ": " + place;
  }
}
