package org.dylink.engine.jvm.run.gc;

import java.util.List;
import org.dylink.format.DefinedType;
import org.dylink.format.FieldType;

/**
 * A struct: fields that are numbers as bits, others as objects, both by the number of the field. A
 * vector is an object, or null for zero.
 */
public final class GuestStruct extends GuestObject {
  private static final long[] NO_NUMBERS = {};
  private static final Object[] NO_OBJECTS = {};

  final long[] numbers;
  final Object[] objects;

  GuestStruct(DefinedType type, int numbers, int objects) {
    super(type);
    this.numbers = numbers == 0 ? NO_NUMBERS : new long[numbers];
    this.objects = objects == 0 ? NO_OBJECTS : new Object[objects];
  }

  /** Up to which field numbers have to be kept. */
  public static int numbers(List<FieldType> fields) {
    int size = fields.size();
    while (size > 0 && !isNumber(fields.get(size - 1))) {
      size--;
    }
    return size;
  }

  /** Up to which field objects have to be kept. */
  public static int objects(List<FieldType> fields) {
    int size = fields.size();
    while (size > 0 && isNumber(fields.get(size - 1))) {
      size--;
    }
    return size;
  }

  private static boolean isNumber(FieldType field) {
    return switch (field.value().kind()) {
      case I32, I64, F32, F64 -> true;
      case V128, REFERENCE -> false;
    };
  }

  /** How much of the heap it takes, about. */
  int bytes() {
    return 64 + Long.BYTES * (numbers.length + objects.length);
  }

  /** Sets a field to a value as the seam has it. */
  void set(int field, Object value, FieldType type) {
    switch (type.value().kind()) {
      case I32 -> numbers[field] = StructInstructions.packed((Integer) value, type.packedBytes());
      case I64 -> numbers[field] = (Long) value;
      case F32 -> numbers[field] = Float.floatToRawIntBits((Float) value);
      case F64 -> numbers[field] = Double.doubleToRawLongBits((Double) value);
      default -> objects[field] = value;
    }
  }
}
