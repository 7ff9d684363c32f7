package org.dylink.engine.machine;

/** Why generated code gives up; its number is what code passes. */
public enum TrapCode {
  /** Java has thrown something while it was called. */
  THROWN(0),
  UNREACHABLE(1),
  /** Details: where the access ends, and its size, in bytes. */
  MEMORY(2),
  /** Details: the end of the range that was asked for. */
  MEMORY_RANGE(3),
  /** Details: the index, and the table's size. */
  TABLE(4),
  /** Details: the index. */
  NULL_ELEMENT(5),
  /** Details: the address of the function that was found, and the number of the expected type. */
  TYPE_MISMATCH(6),
  DIVISION_BY_ZERO(7),
  OVERFLOW(8),
  INVALID_CONVERSION(9),
  /** Details: the address, and the size of the access, in bytes. */
  UNALIGNED(10),
  NULL_REFERENCE(11),
  NULL_FUNCTION(12);

  private static final TrapCode[] ALL = values();

  private final int number;

  TrapCode(int number) {
    this.number = number;
  }

  /** The reason for a number. */
  public static TrapCode of(int number) {
    return ALL[number];
  }

  /** What code passes. */
  public int number() {
    return number;
  }
}
