package org.dylink.engine.jvm.run.gc;

/** An integer of 31 bits as a reference; two of the same number are the same reference. */
public final class I31 {
  private static final int SHIFT = 1;
  private static final int FIRST = -128;
  private static final I31[] SMALL = new I31[256];

  static {
    for (int i = 0; i < SMALL.length; i++) {
      SMALL[i] = new I31(i + FIRST);
    }
  }

  private final int value; // sign-extended

  private I31(int value) {
    this.value = value;
  }

  /** The lower 31 bits. */
  public static Object refI31(int number) {
    int value = (number << SHIFT) >> SHIFT;
    int small = value - FIRST;
    return small >= 0 && small < SMALL.length ? SMALL[small] : new I31(value);
  }

  public static int i31GetS(Object reference) {
    return of(reference).value;
  }

  public static int i31GetU(Object reference) {
    return of(reference).value & Integer.MAX_VALUE;
  }

  private static I31 of(Object reference) {
    if (reference == null) {
      throw CollectedTraps.nullReference("i31");
    }
    return (I31) reference;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof I31 number && number.value == value;
  }

  @Override
  public int hashCode() {
    return value;
  }

  @Override
  public String toString() {
    return "i31 " + value;
  }
}
