package org.dylink.format;

import java.util.Locale;

/**
 * A value type (WebAssembly Core, Binary Format, Types). Typed function references and GC types are
 * not among them: no C, C++ or Rust toolchain puts them on a library's border.
 */
public enum ValueType {
  /** An integer of 32 bits, signed or not: also an address. */
  I32(0x7f, int.class),

  /** An integer of 64 bits, signed or not. */
  I64(0x7e, long.class),

  /** A floating-point number of 32 bits. */
  F32(0x7d, float.class),

  /** A floating-point number of 64 bits. */
  F64(0x7c, double.class),

  /** A vector of 128 bits. */
  V128(0x7b, Object.class),

  /** A reference to a function, or null. */
  FUNCREF(0x70, Object.class),

  /** A reference to an object of the host's, or null. */
  EXTERNREF(0x6f, Object.class),

  /** A reference to a caught exception, or null. */
  EXNREF(0x69, Object.class);

  private static final ValueType[] ALL = values();

  private final int code;
  private final Class<?> javaType;

  ValueType(int code, Class<?> javaType) {
    this.code = code;
    this.javaType = javaType;
  }

  /** The Java type that carries such a value in a method handle. */
  public Class<?> javaType() {
    return javaType;
  }

  /** Whether values are references to functions, host objects or exceptions. */
  public boolean isReference() {
    return this == FUNCREF || this == EXTERNREF || this == EXNREF;
  }

  /** The binary code of the type, 0 to 255. */
  public int code() {
    return code;
  }

  /** The type with this binary code, or null where there is none. */
  public static ValueType ofCode(int code) {
    for (ValueType type : ALL) {
      if (type.code == code) {
        return type;
      }
    }
    return null;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
