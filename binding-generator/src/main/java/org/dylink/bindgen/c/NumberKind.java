package org.dylink.bindgen.c;

/** The numbers of C, with their sizes on wasm32. */
public enum NumberKind {
  BOOL(1, true),
  CHAR(1, false),
  UNSIGNED_CHAR(1, true),
  SHORT(2, false),
  UNSIGNED_SHORT(2, true),
  INT(4, false),
  UNSIGNED_INT(4, true),
  LONG_LONG(8, false),
  UNSIGNED_LONG_LONG(8, true),
  FLOAT(4, false),
  DOUBLE(8, false);

  private final int size;
  private final boolean unsigned;

  NumberKind(int size, boolean unsigned) {
    this.size = size;
    this.unsigned = unsigned;
  }

  /** In bytes; numbers are aligned to it. */
  public int size() {
    return size;
  }

  /** Whether it has no sign. */
  public boolean isUnsigned() {
    return unsigned;
  }
}
