package org.dylink.binding.shape;

import java.lang.reflect.Method;
import java.util.Optional;
import org.dylink.binding.ByAddress;
import org.dylink.binding.Pointer;
import org.dylink.format.ValueType;

/**
 * The result of a bound method: what C returns for it.
 *
 * @param type its type in Java
 * @param unsigned what is unsigned in C; null for the most
 * @param struct of a record; null for all others
 */
public record ResultShape(Class<?> type, Kind kind, UnsignedShape unsigned, RecordShape struct) {
  /** What kind of thing it is; each gets to Java in a way of its own. */
  public enum Kind {
    NONE,
    NUMBER,
    STRING,
    POINTER,
    /** A record that C writes where the caller says, as its first parameter. */
    STRUCT,
    /** A record that C keeps, and returns the address of. */
    STRUCT_AT,
    /** A record that C returns as the only scalar in it. */
    SCALAR,
    /** A record without anything in it, which C does not return. */
    EMPTY
  }

  /**
   * Looks at a result.
   *
   * @throws IllegalArgumentException if C has nothing like it
   */
  static ResultShape of(Method method) {
    try {
      Class<?> type = method.getReturnType();
      boolean byAddress = method.isAnnotationPresent(ByAddress.class);
      if (byAddress && !type.isRecord()) {
        throw new IllegalArgumentException(
            "@ByAddress is for records, not for " + type.getSimpleName());
      }
      RecordShape struct = type.isRecord() ? RecordShape.of(type.asSubclass(Record.class)) : null;
      Kind kind = struct == null ? kind(type) : kind(byAddress, struct);
      String place = method.getName() + ": result";
      return new ResultShape(type, kind, UnsignedShape.of(method, type, place), struct);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("result: " + e.getMessage(), e);
    }
  }

  public boolean isNumber() {
    return kind == Kind.NUMBER;
  }

  /** What C returns; none for nothing, and for what it writes to memory. */
  public Optional<ValueType> returned() {
    return switch (kind) {
      case NONE, STRUCT, EMPTY -> Optional.empty();
      case NUMBER -> Optional.of(unsigned != null ? ValueType.I32 : ValueTypes.of(type));
      case SCALAR -> StructShape.of(struct.layout()).type();
      case STRING, POINTER, STRUCT_AT -> Optional.of(ValueType.I32);
    };
  }

  /** Whether C is given a place to write its result to. */
  public boolean hasSpace() {
    return kind == Kind.STRUCT;
  }

  /** Whether it takes memory of the call's. */
  boolean usesMemory() {
    return kind == Kind.STRUCT || kind == Kind.SCALAR;
  }

  private static Kind kind(Class<?> type) {
    if (type == void.class) {
      return Kind.NONE;
    } else if (type.isPrimitive()) {
      return Kind.NUMBER;
    } else if (type == Pointer.class) {
      return Kind.POINTER;
    } else if (type == String.class) {
      return Kind.STRING;
    }
    throw new IllegalArgumentException(type.getTypeName() + " is no type of C's");
  }

  private static Kind kind(boolean byAddress, RecordShape struct) {
    if (byAddress) {
      return Kind.STRUCT_AT;
    }
    return switch (StructShape.of(struct.layout()).way()) {
      case NOTHING -> Kind.EMPTY;
      case SCALAR -> Kind.SCALAR;
      case ADDRESS -> Kind.STRUCT;
    };
  }
}
