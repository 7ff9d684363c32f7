package org.dylink.testing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;

/** Reads function types as messages print them: {@code (i32, i64) -> f32}, {@code () -> ()}. */
public final class Signature {
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
    return ValueType.valueOf(name.toUpperCase(Locale.ROOT));
  }

  static int code(ValueType type) {
    return switch (type) {
      case I32 -> 0x7f;
      case I64 -> 0x7e;
      case F32 -> 0x7d;
      case F64 -> 0x7c;
      case V128 -> 0x7b;
      case FUNCREF -> 0x70;
      case EXTERNREF -> 0x6f;
      case EXNREF -> 0x69;
    };
  }

  private static List<ValueType> types(String tuple) {
    String inside = tuple.replaceAll("[() ]", "");
    return inside.isEmpty()
        ? List.of()
        : Arrays.stream(inside.split(",", -1)).map(Signature::value).toList();
  }
}
