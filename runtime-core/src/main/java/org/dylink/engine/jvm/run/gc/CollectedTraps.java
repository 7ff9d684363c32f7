package org.dylink.engine.jvm.run.gc;

import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;

/** How instructions on what is collected trap. */
final class CollectedTraps {
  private CollectedTraps() {}

  /** The thing is in the words of the specification: structure, array, i31. */
  static TrapException nullReference(String thing) {
    return new TrapException(TrapKind.NULL_REFERENCE, "null " + thing + " reference");
  }

  static TrapException outOfBounds(int index, int size) {
    return new TrapException(
        TrapKind.OUT_OF_BOUNDS_ARRAY,
        "out of bounds array access: index " + Integer.toUnsignedString(index) + ", size " + size);
  }

  static TrapException outOfBounds(int from, int count, int size) {
    long end = Integer.toUnsignedLong(from) + Integer.toUnsignedLong(count);
    return new TrapException(
        TrapKind.OUT_OF_BOUNDS_ARRAY,
        "out of bounds array access: elements up to " + end + ", there are " + size);
  }

  static TrapException noHeap(String what) {
    return new TrapException(TrapKind.OUT_OF_MEMORY, what + ": the JVM has no heap left for it");
  }
}
