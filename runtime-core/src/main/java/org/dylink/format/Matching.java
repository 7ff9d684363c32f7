package org.dylink.format;

import java.util.List;

/** What may be declared to be below a type (WebAssembly Core, Validation, Matching). */
final class Matching {
  private Matching() {}

  static boolean isSubtype(CompositeType type, CompositeType above) {
    if (type instanceof FunctionType function && above instanceof FunctionType other) {
      return areSubtypes(other.params(), function.params())
          && areSubtypes(function.results(), other.results());
    } else if (type instanceof StructType struct && above instanceof StructType other) {
      return struct.fields().size() >= other.fields().size()
          && beginAlike(struct.fields(), other.fields());
    }
    return type instanceof ArrayType array
        && above instanceof ArrayType other
        && array.element().isSubtypeOf(other.element());
  }

  private static boolean areSubtypes(List<ValueType> types, List<ValueType> above) {
    if (types.size() != above.size()) {
      return false;
    }
    for (int i = 0; i < types.size(); i++) {
      if (!types.get(i).isSubtypeOf(above.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean beginAlike(List<FieldType> fields, List<FieldType> above) {
    for (int i = 0; i < above.size(); i++) {
      if (!fields.get(i).isSubtypeOf(above.get(i))) {
        return false;
      }
    }
    return true;
  }
}
