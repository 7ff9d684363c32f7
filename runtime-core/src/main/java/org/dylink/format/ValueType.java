package org.dylink.format;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A value type (WebAssembly Core, Structure, Types). There is one object for a type, so that types
 * are compared by identity, also between modules.
 */
public final class ValueType {
  /** How a value is carried, whatever its type is in detail. */
  public enum Kind {
    /** As int. */
    I32,
    /** As long. */
    I64,
    /** As float. */
    F32,
    /** As double. */
    F64,
    /** A vector. */
    V128,
    /** As an object, or null. */
    REFERENCE
  }

  /** An integer of 32 bits, signed or not: also an address. */
  public static final ValueType I32 = new ValueType(Kind.I32, 0x7f, "i32", int.class);

  /** An integer of 64 bits, signed or not. */
  public static final ValueType I64 = new ValueType(Kind.I64, 0x7e, "i64", long.class);

  /** A floating-point number of 32 bits. */
  public static final ValueType F32 = new ValueType(Kind.F32, 0x7d, "f32", float.class);

  /** A floating-point number of 64 bits. */
  public static final ValueType F64 = new ValueType(Kind.F64, 0x7c, "f64", double.class);

  /** A vector of 128 bits. */
  public static final ValueType V128 = new ValueType(Kind.V128, 0x7b, "v128", Vector.class);

  private static final Map<HeapType.Abstract, ValueType> NULLABLE = abstractReferences(true);
  private static final Map<HeapType.Abstract, ValueType> NOT_NULL = abstractReferences(false);

  /** A reference to a function, or null. */
  public static final ValueType FUNCREF = HeapType.Abstract.FUNC.nullable();

  /** A reference to an object of the host's, or null. */
  public static final ValueType EXTERNREF = HeapType.Abstract.EXTERN.nullable();

  /** A reference to a caught exception, or null. */
  public static final ValueType EXNREF = HeapType.Abstract.EXN.nullable();

  private static final List<ValueType> CODED =
      Stream.concat(Stream.of(I32, I64, F32, F64, V128), NULLABLE.values().stream()).toList();

  private final Kind kind;
  private final int code;
  private final String text;
  private final Class<?> javaType;
  private final HeapType heapType;
  private final boolean nullable;

  private ValueType(Kind kind, int code, String text, Class<?> javaType) {
    this.kind = kind;
    this.code = code;
    this.text = text;
    this.javaType = javaType;
    this.heapType = null;
    this.nullable = false;
  }

  /** References; made once for each type. */
  ValueType(HeapType heapType, boolean nullable) {
    this.kind = Kind.REFERENCE;
    this.javaType = Object.class;
    this.heapType = heapType;
    this.nullable = nullable;
    boolean isCoded = nullable && heapType instanceof HeapType.Abstract;
    this.code = isCoded ? ((HeapType.Abstract) heapType).code() : -1;
    this.text = isCoded ? shortName((HeapType.Abstract) heapType) : null;
  }

  private static String shortName(HeapType.Abstract type) {
    return switch (type) {
      case NONE -> "nullref";
      case NOFUNC -> "nullfuncref";
      case NOEXTERN -> "nullexternref";
      case NOEXN -> "nullexnref";
      default -> type + "ref";
    };
  }

  private static Map<HeapType.Abstract, ValueType> abstractReferences(boolean nullable) {
    Map<HeapType.Abstract, ValueType> types = new EnumMap<>(HeapType.Abstract.class);
    for (HeapType.Abstract each : HeapType.Abstract.values()) {
      types.put(each, new ValueType(each, nullable));
    }
    return types;
  }

  static ValueType ofAbstract(HeapType.Abstract referred, boolean nullable) {
    return (nullable ? NULLABLE : NOT_NULL).get(referred);
  }

  /** How values are carried. */
  public Kind kind() {
    return kind;
  }

  /**
   * The Java type that carries such a value in a method handle; of a vector, that of a result,
   * which as a parameter is two longs.
   */
  public Class<?> javaType() {
    return javaType;
  }

  /** Whether values are references. */
  public boolean isReference() {
    return kind == Kind.REFERENCE;
  }

  /** What references of this type refer to; null for numbers and vectors. */
  public HeapType heapType() {
    return heapType;
  }

  /** Whether null is among the references of this type. */
  public boolean isNullable() {
    return nullable;
  }

  /** Whether variables of this type begin with a zero or null; else they must be set first. */
  public boolean isDefaultable() {
    return !isReference() || nullable;
  }

  /** The type without null among its references. */
  public ValueType withoutNull() {
    return isReference() && nullable ? heapType.notNull() : this;
  }

  /** How many bytes a value takes; a reference is counted as eight. */
  public int size() {
    return switch (kind) {
      case I32, F32 -> Integer.BYTES;
      case V128 -> 2 * Long.BYTES;
      default -> Long.BYTES;
    };
  }

  /** Whether every value of this type is of another one too (Validation, Matching). */
  public boolean isSubtypeOf(ValueType other) {
    if (this == other) {
      return true;
    }
    return isReference()
        && other.isReference()
        && (other.nullable || !nullable)
        && heapType.isSubtypeOf(other.heapType);
  }

  /** The binary code of the type, 0 to 255; -1 where it takes more than a byte. */
  public int code() {
    return code;
  }

  /** The type with this binary code of one byte, or null where there is none. */
  public static ValueType ofCode(int code) {
    if (code >= V128.code) {
      return code <= I32.code ? CODED.get(I32.code - code) : null;
    }
    HeapType.Abstract referred = HeapType.Abstract.ofCode(code);
    return referred == null ? null : referred.nullable();
  }

  /** All types that have a binary code of one byte. */
  public static List<ValueType> coded() {
    return CODED;
  }

  /** As the text format has it: {@code i32}, {@code funcref}, {@code (ref $(i32) -> i32)}. */
  @Override
  public String toString() {
    if (text != null) {
      return text;
    }
    return "(ref " + (nullable ? "null " : "") + heapType + ")";
  }
}
