package org.dylink.testing;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;

/** Reads function types as messages print them: {@code (i32, i64) -> f32}, {@code () -> ()}. */
public final class Signature {
  private static final Map<ValueType, Integer> CODES =
      Map.of(
          ValueType.I32, 0x7f,
          ValueType.I64, 0x7e,
          ValueType.F32, 0x7d,
          ValueType.F64, 0x7c,
          ValueType.V128, 0x7b,
          ValueType.FUNCREF, 0x70,
          ValueType.EXTERNREF, 0x6f,
          ValueType.EXNREF, 0x69);

  private Signature() {}

  /** The function type that the text shows. */
  public static FunctionType of(String text) {
    int arrow = text.indexOf("->");
    if (arrow < 0) {
      throw new IllegalArgumentException("no signature: " + text);
    }
    return new FunctionType(types(text.substring(0, arrow)), types(text.substring(arrow + 2)));
  }

  /** A value type by its name in the text format. */
  public static ValueType value(String name) {
    return ValueType.coded().stream()
        .filter(type -> type.toString().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no value type: " + name));
  }

  static int code(ValueType type) {
    return CODES.get(type);
  }

  private static List<ValueType> types(String tuple) {
    String inside = tuple.replaceAll("[() ]", "");
    return inside.isEmpty()
        ? List.of()
        : Arrays.stream(inside.split(",", -1)).map(Signature::value).toList();
  }
}
