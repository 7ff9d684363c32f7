package org.dylink.binding.shape;

import java.util.Map;
import org.dylink.format.ValueType;

/** How clang passes a type on wasm32. */
final class ValueTypes {
  private static final Map<Class<?>, ValueType> NUMBERS =
      Map.of(
          boolean.class, ValueType.I32,
          byte.class, ValueType.I32,
          short.class, ValueType.I32,
          char.class, ValueType.I32,
          int.class, ValueType.I32,
          long.class, ValueType.I64,
          float.class, ValueType.F32,
          double.class, ValueType.F64);

  private ValueTypes() {}

  /** The value type of a Java type: what is no number is an address. */
  static ValueType of(Class<?> type) {
    return NUMBERS.getOrDefault(type, ValueType.I32);
  }
}
