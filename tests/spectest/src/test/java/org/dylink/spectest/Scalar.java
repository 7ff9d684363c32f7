package org.dylink.spectest;

import java.util.Objects;
import org.dylink.engine.Function;
import org.dylink.format.ValueType;

/**
 * A number or a reference of a script.
 *
 * @param text bits as an unsigned decimal number, {@code null} for a null reference, {@code
 *     nan:canonical} or {@code nan:arithmetic}; empty for any reference that is not null
 */
record Scalar(ValueType type, String text) implements Constant {
  /** What a reference of the host refers to: scripts number them. */
  record HostObject(String number) {}

  @Override
  public Object value() {
    return switch (type.kind()) {
      case I32 -> bits32();
      case I64 -> bits64();
      case F32 -> Float.intBitsToFloat(bits32());
      case F64 -> Double.longBitsToDouble(bits64());
      case REFERENCE -> reference();
      case V128 -> throw new IllegalArgumentException("not a scalar: v128");
    };
  }

  @Override
  public boolean matches(Object found) {
    if (found instanceof Float number) {
      return type == ValueType.F32 && isFloat(number);
    } else if (found instanceof Double number) {
      return type == ValueType.F64 && isDouble(number);
    }
    return text.isEmpty() ? isOfKind(found) : Objects.equals(value(), found);
  }

  /** Functions are told from what is none; more of what a reference is the seam does not tell. */
  private boolean isOfKind(Object found) {
    return found != null && (found instanceof Function) == (type == ValueType.FUNCREF);
  }

  private boolean isFloat(float found) {
    int bits = Float.floatToRawIntBits(found);
    return switch (text) {
      case "nan:canonical" -> (bits & 0x7fff_ffff) == 0x7fc0_0000;
      case "nan:arithmetic" -> (bits & 0x7fc0_0000) == 0x7fc0_0000;
      default -> bits == bits32();
    };
  }

  private boolean isDouble(double found) {
    long bits = Double.doubleToRawLongBits(found);
    return switch (text) {
      case "nan:canonical" -> (bits & Long.MAX_VALUE) == 0x7ff8_0000_0000_0000L;
      case "nan:arithmetic" -> (bits & 0x7ff8_0000_0000_0000L) == 0x7ff8_0000_0000_0000L;
      default -> bits == bits64();
    };
  }

  private int bits32() {
    return Integer.parseUnsignedInt(text);
  }

  private long bits64() {
    return Long.parseUnsignedLong(text);
  }

  private Object reference() {
    if (text.equals("null")) {
      return null;
    } else if (text.isEmpty() || type.heapType().top() == ValueType.FUNCREF.heapType()) {
      throw new IllegalArgumentException("a script cannot name a " + type);
    }
    return new HostObject(text);
  }

  @Override
  public String toString() {
    return type + " " + (text.isEmpty() ? "reference" : text);
  }
}
