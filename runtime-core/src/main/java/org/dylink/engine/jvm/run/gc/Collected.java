package org.dylink.engine.jvm.run.gc;

import java.util.List;
import org.dylink.format.DefinedType;
import org.dylink.format.FieldType;
import org.dylink.format.StructType;

/** Makes structs and arrays of values as the seam has them: of constant expressions. */
public final class Collected {
  private Collected() {}

  /**
   * A struct.
   *
   * @param values of all fields; null for zeros and null references
   */
  public static Object struct(DefinedType type, List<Object> values) {
    List<FieldType> fields = ((StructType) type.composite()).fields();
    GuestStruct made =
        StructInstructions.allocate(type, GuestStruct.numbers(fields), GuestStruct.objects(fields));
    for (int i = 0; values != null && i < fields.size(); i++) {
      made.set(i, values.get(i), fields.get(i));
    }
    return made;
  }

  /** An array of these elements. */
  public static Object array(DefinedType type, List<Object> values) {
    GuestArray made = GuestArray.of(type, values.size());
    for (int i = 0; i < values.size(); i++) {
      made.set(i, values.get(i));
    }
    return made;
  }

  /** An array of zeros and null references. */
  public static Object array(DefinedType type, int size) {
    return GuestArray.of(type, size);
  }

  /** An array whose elements are all the same. */
  public static Object array(DefinedType type, int size, Object value) {
    GuestArray made = GuestArray.of(type, size);
    for (int i = 0; i < size; i++) {
      made.set(i, value);
    }
    return made;
  }
}
