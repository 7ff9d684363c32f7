package org.dylink.binding.marshal;

import org.dylink.format.ValueType;

/** Makes a Java object of what C returned. Generated code calls it inside of a turn. */
abstract class Result {
  /**
   * The object.
   *
   * @param bits of what C returned, or of the address where it has written a struct
   */
  public abstract Object read(long bits);

  /** The value type that C returns; null if it returns none, or writes its result to memory. */
  ValueType type() {
    return ValueType.I32;
  }

  /** Bytes that C writes its result to, when the caller passes a place for it; 0 for none. */
  int space() {
    return 0;
  }

  /** Whether {@link #read} takes memory of the call's. */
  boolean usesMemory() {
    return space() > 0;
  }
}
