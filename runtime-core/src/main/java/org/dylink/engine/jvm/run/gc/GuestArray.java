package org.dylink.engine.jvm.run.gc;

import java.lang.reflect.Array;
import org.dylink.format.ArrayType;
import org.dylink.format.DefinedType;
import org.dylink.format.FieldType;
import org.dylink.format.Vector;

/** An array, whose elements lie in a Java array of the type that fits them. */
public final class GuestArray extends GuestObject {
  final Object elements;
  final int size;

  private GuestArray(DefinedType type, Object elements, int size) {
    super(type);
    this.elements = elements;
    this.size = size;
  }

  /** An array with elements that are zero or null. */
  static GuestArray of(DefinedType type, int size) {
    String what = "an array of " + Integer.toUnsignedString(size) + " elements";
    FieldType element = element(type);
    if (size < 0) {
      throw CollectedTraps.noHeap(what);
    }
    long bytes = 32 + (long) size * element.size();
    Object elements =
        CollectedHeap.make(bytes, what, () -> Array.newInstance(javaType(element), size));
    return new GuestArray(type, elements, size);
  }

  static FieldType element(DefinedType type) {
    return ((ArrayType) type.composite()).element();
  }

  private static Class<?> javaType(FieldType element) {
    if (element.isPacked()) {
      return element.packedBytes() == 1 ? byte.class : char.class;
    }
    return switch (element.value().kind()) {
      case I32 -> int.class;
      case I64 -> long.class;
      case F32 -> float.class;
      case F64 -> double.class;
      case V128 -> Vector.class;
      case REFERENCE -> Object.class;
    };
  }

  /** Sets an element to a value as the seam has it. */
  void set(int index, Object value) {
    if (elements instanceof byte[] bytes) {
      bytes[index] = ((Integer) value).byteValue();
    } else if (elements instanceof char[] chars) {
      chars[index] = (char) (int) (Integer) value;
    } else {
      Array.set(elements, index, value);
    }
  }

  void check(int from, int count) {
    if (from < 0 || count < 0 || (long) from + count > size) {
      throw CollectedTraps.outOfBounds(from, count, size);
    }
  }
}
