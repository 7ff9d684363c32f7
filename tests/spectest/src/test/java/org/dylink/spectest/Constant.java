package org.dylink.spectest;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.stream.StreamSupport;
import org.dylink.testing.Signature;

/** A value of a script: an argument, or what a result must be. */
interface Constant {
  /** The value as the seam takes it. */
  Object value();

  /** Whether a result is as the script wants it. */
  boolean matches(Object found);

  /** A constant as the assembler of scripts writes it. */
  static Constant of(JsonObject json) {
    String type = json.get("type").getAsString();
    if (type.equals("either")) {
      return new AnyOf(
          StreamSupport.stream(json.getAsJsonArray("values").spliterator(), false)
              .map(each -> of(each.getAsJsonObject()))
              .toList());
    } else if (type.equals("v128")) {
      return VectorConstant.of(json);
    }
    String text = json.has("value") ? json.get("value").toString() : "";
    return new Scalar(Signature.value(type), text.replace("\"", ""));
  }

  /** A result as messages print it, with the bits of a float. */
  static String describe(Object found) {
    if (found instanceof Float f) {
      return "f32 " + Integer.toUnsignedString(Float.floatToRawIntBits(f));
    } else if (found instanceof Double d) {
      return "f64 " + Long.toUnsignedString(Double.doubleToRawLongBits(d));
    }
    return String.valueOf(found);
  }

  /** A result that may be one of several. */
  record AnyOf(List<Constant> allowed) implements Constant {
    @Override
    public Object value() {
      throw new IllegalArgumentException("not one value: " + this);
    }

    @Override
    public boolean matches(Object found) {
      return allowed.stream().anyMatch(each -> each.matches(found));
    }

    @Override
    public String toString() {
      return "one of " + allowed;
    }
  }
}
