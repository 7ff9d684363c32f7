package org.dylink.spectest.text;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;

/**
 * Arguments and results of a script, by their bits, or those of their lanes, as unsigned numbers.
 */
final class ScriptConstants {
  private ScriptConstants() {}

  static JsonArray write(List<Expression> values) {
    JsonArray constants = new JsonArray();
    values.forEach(each -> constants.add(constant(each)));
    return constants;
  }

  private static JsonObject constant(Expression each) {
    JsonObject constant = new JsonObject();
    if (each.is("either")) {
      constant.addProperty("type", "either");
      constant.add("values", write(each.from(1)));
      return constant;
    }
    constant.addProperty("type", type(each));
    if (each.is("v128.const")) {
      addLanes(each, constant);
      return constant;
    }
    String bits = bits(each);
    if (bits != null) {
      constant.addProperty("value", bits);
    }
    return constant;
  }

  private static void addLanes(Expression each, JsonObject constant) {
    Tokens tokens = new Tokens(each, each.from(1));
    VectorLiteral vector = VectorLiteral.take(tokens);
    if (!tokens.isEmpty()) {
      throw tokens.next().unknown();
    }
    JsonArray lanes = new JsonArray();
    vector.lanes().forEach(lane -> lanes.add(vector.text(lane)));
    constant.addProperty("lane_type", vector.laneType());
    constant.add("value", lanes);
  }

  private static String type(Expression constant) {
    String head = constant.head();
    if (head.equals("ref.null")) {
      boolean isTyped = constant.items().size() > 1 && !Names.isReference(constant.item(1));
      return isTyped ? shortName(constant.item(1).word()) : "anyref";
    } else if (head.equals("ref.host")) {
      return "anyref";
    }
    return head.startsWith("ref.") ? head.substring(4) + "ref" : head.replace(".const", "");
  }

  private static String shortName(String heapType) {
    return switch (heapType) {
      case "none" -> "nullref";
      case "nofunc", "noextern", "noexn" -> "null" + heapType.substring(2) + "ref";
      default -> heapType + "ref";
    };
  }

  /** Null for any reference of the type. */
  private static String bits(Expression constant) {
    return switch (constant.head()) {
      case "i32.const" -> Integer.toUnsignedString(Literal.i32(constant.item(1)));
      case "i64.const" -> Long.toUnsignedString(Literal.i64(constant.item(1)));
      case "f32.const" -> {
        Expression value = constant.item(1);
        yield Literal.isPattern(value)
            ? value.text()
            : Integer.toUnsignedString(Literal.f32(value));
      }
      case "f64.const" -> {
        Expression value = constant.item(1);
        yield Literal.isPattern(value) ? value.text() : Long.toUnsignedString(Literal.f64(value));
      }
      case "ref.null" -> "null";
      case "ref.extern", "ref.host" -> constant.items().size() > 1 ? constant.item(1).text() : null;
      case "ref.func", "ref.any", "ref.eq", "ref.i31", "ref.struct", "ref.array", "ref.exn" -> null;
      default -> throw constant.unknown();
    };
  }
}
