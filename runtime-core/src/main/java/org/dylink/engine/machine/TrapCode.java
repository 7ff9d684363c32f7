package org.dylink.engine.machine;

/** Why generated code gives up; its ordinal is what code passes. */
public enum TrapCode {
  /** Java has thrown something while it was called. */
  THROWN,
  UNREACHABLE,
  /** Details: where the access ends, and its size, in bytes. */
  MEMORY,
  /** Details: the end of the range that was asked for. */
  MEMORY_RANGE,
  /** Details: the index, and the table's size. */
  TABLE,
  /** Details: the index. */
  NULL_ELEMENT,
  /** Details: the address of the function that was found, and the number of the expected type. */
  TYPE_MISMATCH,
  DIVISION_BY_ZERO,
  OVERFLOW,
  INVALID_CONVERSION;

  private static final TrapCode[] ALL = values();

  /** The reason for a number. */
  public static TrapCode of(int number) {
    return ALL[number];
  }
}
