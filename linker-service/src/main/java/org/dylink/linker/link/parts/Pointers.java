package org.dylink.linker.link.parts;

import org.dylink.engine.Global;
import org.dylink.format.AddressType;
import org.dylink.format.ExternType;
import org.dylink.format.GlobalType;
import org.dylink.format.ValueType;

/**
 * Addresses and slots as guests have them: numbers of 32 bits, or of 64 in a program whose memory
 * is addressed so. The linker has them as unsigned numbers.
 */
public final class Pointers {
  private static final GlobalType NARROW = new GlobalType(ValueType.I32, true);
  private static final GlobalType WIDE = new GlobalType(ValueType.I64, true);

  private Pointers() {}

  /** The type of a variable that holds one. */
  public static GlobalType variable(AddressType addresses) {
    return addresses == AddressType.I32 ? NARROW : WIDE;
  }

  /** Whether an export or import is a variable that holds one. */
  public static boolean isVariable(ExternType type) {
    return type.equals(NARROW) || type.equals(WIDE);
  }

  /** Whether a global may hold one, a constant or a variable. */
  public static boolean isIn(Global global) {
    ValueType type = global.type().value();
    return type == ValueType.I32 || type == ValueType.I64;
  }

  /** The pointer in a global. */
  public static long get(Global global) {
    return unsigned(global.get());
  }

  /** Sets a global to a pointer. */
  public static void set(Global global, long pointer) {
    global.set(value(global.type().value(), pointer));
  }

  /** A pointer as a guest gives it. */
  public static long unsigned(Object value) {
    return value instanceof Integer narrow ? Integer.toUnsignedLong(narrow) : (Long) value;
  }

  /** A pointer as a guest takes it. */
  public static Object value(ValueType type, long pointer) {
    if (type == ValueType.I32) {
      return (int) pointer;
    }
    return pointer;
  }
}
