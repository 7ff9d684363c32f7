package org.dylink.linker.link.parts;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.dylink.engine.Global;
import org.dylink.engine.Memory;
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

  /** How many bytes one takes in memory. */
  public static int size(AddressType addresses) {
    return addresses == AddressType.I32 ? Integer.BYTES : Long.BYTES;
  }

  /** Puts one into memory. */
  public static void write(Memory memory, long at, AddressType addresses, long pointer) {
    if (addresses == AddressType.I32) {
      memory.writeInt(at, (int) pointer);
    } else {
      memory.writeLong(at, pointer);
    }
  }

  /** What a guest has where a method of ours has a pointer, a long, or an int. */
  public static ValueType type(Class<?> ours, AddressType addresses) {
    return ours == long.class ? addresses.valueType() : ValueType.I32;
  }

  /** A method for guests with addresses of a size: each long of its is a pointer. */
  public static MethodHandle narrowed(MethodHandle method, AddressType addresses) {
    if (addresses == AddressType.I64) {
      return method;
    }
    MethodHandle narrow = method;
    for (int i = 0; i < method.type().parameterCount(); i++) {
      if (method.type().parameterType(i) == long.class) {
        narrow = MethodHandles.filterArguments(narrow, i, UNSIGNED);
      }
    }
    return narrow.type().returnType() == long.class
        ? MethodHandles.explicitCastArguments(narrow, narrow.type().changeReturnType(int.class))
        : narrow;
  }

  private static final MethodHandle UNSIGNED = unsigned();

  private static MethodHandle unsigned() {
    try {
      MethodType type = MethodType.methodType(long.class, int.class);
      return MethodHandles.lookup().findStatic(Integer.class, "toUnsignedLong", type);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("BUG: every Java platform has Integer.toUnsignedLong", e);
    }
  }
}
