package org.dylink.binding.marshal;

/** Makes a Java object of what C returned. Generated code calls it inside of a turn. */
abstract class Result {
  /**
   * The object.
   *
   * @param address what C returned, or where it has written a struct
   */
  public abstract Object read(int address);

  /** Bytes that C writes its result to, when the caller passes a place for it; 0 for none. */
  int space() {
    return 0;
  }
}
