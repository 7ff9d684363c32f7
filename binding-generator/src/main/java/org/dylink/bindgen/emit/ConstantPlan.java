package org.dylink.bindgen.emit;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.dylink.bindgen.macro.Value;

/**
 * A constant of the interface.
 *
 * @param value as Java writes it
 */
record ConstantPlan(String type, String name, String value) {
  // What a class file has room for (JVMS, 4.4.7).
  private static final int LONGEST = 65_535;

  /** The constant of a value; empty for a string that no class file has room for. */
  static Optional<ConstantPlan> of(String name, Value value) {
    if (value instanceof Value.Whole whole) {
      return Optional.of(number(name, whole));
    } else if (value instanceof Value.Truth truth) {
      return Optional.of(new ConstantPlan("boolean", name, String.valueOf(truth.value())));
    } else if (value instanceof Value.Single single) {
      return Optional.of(new ConstantPlan("float", name, single(single.number())));
    } else if (value instanceof Value.Real real) {
      return Optional.of(new ConstantPlan("double", name, real(real.number(), "Double")));
    }
    String text = ((Value.Text) value).text();
    boolean fits = text.getBytes(StandardCharsets.UTF_8).length <= LONGEST / 2;
    return fits ? Optional.of(new ConstantPlan("String", name, literal(text))) : Optional.empty();
  }

  private static ConstantPlan number(String name, Value.Whole whole) {
    long bits = whole.bits();
    if (whole.wide()) {
      return new ConstantPlan("long", name, bits + "L");
    }
    boolean isLarge = bits != (int) bits;
    return new ConstantPlan("int", name, isLarge ? "0x%08x".formatted(bits) : Long.toString(bits));
  }

  private static String single(float number) {
    return Float.isFinite(number) ? number + "f" : real(number, "Float");
  }

  private static String real(double number, String type) {
    if (Double.isNaN(number)) {
      return type + ".NaN";
    } else if (Double.isInfinite(number)) {
      return type + (number > 0 ? ".POSITIVE_INFINITY" : ".NEGATIVE_INFINITY");
    }
    return Double.toString(number);
  }

  private static String literal(String text) {
    StringBuilder literal = new StringBuilder("\"");
    text.chars().forEach(each -> literal.append(sign((char) each)));
    return literal.append('"').toString();
  }

  private static String sign(char each) {
    return switch (each) {
      case '"', '\\' -> "\\" + each;
      case '\n' -> "\\n";
      case '\r' -> "\\r"; // as a Unicode escape it would end the line
      case '\t' -> "\\t";
      default -> each < ' ' || each > '~' ? "\\u%04x".formatted((int) each) : String.valueOf(each);
    };
  }
}
