package org.dylink.format;

import java.util.Locale;

/**
 * What a reference may refer to (WebAssembly Core, Structure, Heap Types): a kind of things, or a
 * type that a module defines.
 */
public sealed interface HeapType permits HeapType.Abstract, DefinedType {
  /** References to it, or null. */
  ValueType nullable();

  /** References to it, and never null. */
  ValueType notNull();

  /** The largest of the types that this one is below: any, func, extern or exn. */
  Abstract top();

  /** Whether everything of this type is of another one too (Validation, Matching). */
  boolean isSubtypeOf(HeapType other);

  /** A kind of things that references refer to (WebAssembly Core, Structure, Heap Types). */
  enum Abstract implements HeapType {
    /** No exception: what null references to exceptions are of. */
    NOEXN(0x74, "EXN"),

    /** No function. */
    NOFUNC(0x73, "FUNC"),

    /** No object of the host. */
    NOEXTERN(0x72, "EXTERN"),

    /** None of what {@link #ANY} is. */
    NONE(0x71, "ANY"),

    /** Every function. */
    FUNC(0x70, "FUNC"),

    /** Whatever the host hands in. */
    EXTERN(0x6f, "EXTERN"),

    /** Everything but functions, exceptions and what only the host knows. */
    ANY(0x6e, "ANY"),

    /** What can be compared: structs, arrays, small integers. */
    EQ(0x6d, "ANY"),

    /** An integer of 31 bits. */
    I31(0x6c, "ANY"),

    /** Every struct. */
    STRUCT(0x6b, "ANY"),

    /** Every array. */
    ARRAY(0x6a, "ANY"),

    /** Every exception. */
    EXN(0x69, "EXN");

    private static final int LOWEST = 0x69;
    private static final Abstract[] BY_CODE = new Abstract[12];

    static {
      for (Abstract type : values()) {
        BY_CODE[type.code - LOWEST] = type;
      }
    }

    private final int code;
    private final String top; // by its name: it may stand behind

    Abstract(int code, String top) {
      this.code = code;
      this.top = top;
    }

    /** The binary code, which is also that of the type of nullable references to it. */
    public int code() {
      return code;
    }

    /** The type with this binary code, or null where there is none. */
    public static Abstract ofCode(int code) {
      int at = code - LOWEST;
      return at >= 0 && at < BY_CODE.length ? BY_CODE[at] : null;
    }

    @Override
    public ValueType nullable() {
      return ValueType.ofAbstract(this, true);
    }

    @Override
    public ValueType notNull() {
      return ValueType.ofAbstract(this, false);
    }

    @Override
    public Abstract top() {
      return valueOf(top);
    }

    /** Whether nothing is of this type, so that only null is a reference to it. */
    public boolean isBottom() {
      return code >= NONE.code;
    }

    @Override
    public boolean isSubtypeOf(HeapType other) {
      if (this == other || other == top()) {
        return true;
      }
      if (isBottom()) {
        return other.top() == top();
      }
      return other == EQ && (this == I31 || this == STRUCT || this == ARRAY);
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
