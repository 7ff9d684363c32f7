package org.dylink.binding.shape;

import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dylink.binding.ByAddress;
import org.dylink.binding.Callback;
import org.dylink.binding.InOut;
import org.dylink.binding.OrNull;
import org.dylink.binding.Out;
import org.dylink.binding.Pointer;
import org.dylink.format.ValueType;

/**
 * A parameter of a bound method: what C is passed for it.
 *
 * @param place how messages name it, behind the library
 * @param type its type in Java
 * @param orNull whether null is a null pointer
 * @param direction which way elements are copied, where there are some
 * @param unsigned what is unsigned in C; null for the most
 * @param struct of a record, or of the elements of an array of records; null without
 * @param callback of a lambda; null for all others
 */
public record ParameterShape(
    String place,
    Class<?> type,
    Kind kind,
    boolean orNull,
    Direction direction,
    UnsignedShape unsigned,
    RecordShape struct,
    CallbackShape callback) {

  /** What kind of thing it is; each gets to C in a way of its own. */
  public enum Kind {
    NUMBER,
    STRING,
    POINTER,
    /** A function pointer that the caller keeps. */
    CALLBACK,
    /** One that is there as long as the call. */
    LAMBDA,
    /** What a variadic function takes. */
    VARIADIC,
    /** An array of numbers. */
    ARRAY,
    BUFFER,
    /** An array of strings or pointers, or a list of strings. */
    ADDRESSES,
    /** A record by its address. */
    STRUCT,
    /** A record that C takes as the only scalar in it. */
    SCALAR,
    /** A record without anything in it, which C does not take. */
    EMPTY,
    /** An array of records. */
    STRUCTS
  }

  private static final Set<Kind> WITH_ELEMENTS =
      EnumSet.of(Kind.ARRAY, Kind.BUFFER, Kind.ADDRESSES, Kind.STRUCTS);

  // As variable arguments of these, C finds what it finds in an array of them.
  private static final Set<Class<?>> SAME_AS_VARIADIC =
      Set.of(int[].class, long[].class, double[].class, String[].class, Pointer[].class);

  /**
   * Looks at a parameter.
   *
   * @param place how messages name it, behind the library
   * @throws IllegalArgumentException if C has nothing like it
   */
  static ParameterShape of(Parameter parameter, String place) {
    Class<?> type = parameter.getType();
    UnsignedShape unsigned = UnsignedShape.of(parameter, type, place);
    checkAnnotations(parameter, type);
    Kind simple = kind(parameter, type);
    RecordShape struct = simple == null ? struct(type) : null;
    Kind kind = simple == null ? kind(parameter, type, struct) : simple;
    CallbackShape callback = callback(parameter, kind);
    return new ParameterShape(
        place,
        type,
        kind,
        parameter.isAnnotationPresent(OrNull.class),
        type == List.class ? Direction.IN : Direction.of(parameter),
        unsigned,
        struct,
        callback);
  }

  public boolean isNumber() {
    return kind == Kind.NUMBER;
  }

  /** Whether values have elements, which can be counted. */
  public boolean hasLength() {
    return WITH_ELEMENTS.contains(kind);
  }

  /** Whether C may change what Java sees. */
  public boolean isWritten() {
    return hasLength() && direction.isOut();
  }

  /** What C is passed; none for a record without anything in it. */
  public Optional<ValueType> passed() {
    return switch (kind) {
      case NUMBER -> Optional.of(unsigned != null ? ValueType.I32 : ValueTypes.of(type));
      case EMPTY -> Optional.empty();
      case SCALAR -> StructShape.of(struct.layout()).type();
      default -> Optional.of(ValueType.I32);
    };
  }

  /** Null for what is made of records, and for lambdas. */
  private static Kind kind(Parameter parameter, Class<?> type) {
    if (type.isPrimitive()) {
      return Kind.NUMBER;
    } else if (parameter.isVarArgs() && type == Object[].class) {
      return Kind.VARIADIC;
    } else if (parameter.isVarArgs() && !SAME_AS_VARIADIC.contains(type)) {
      String name = type.getComponentType().getSimpleName();
      throw new IllegalArgumentException(
          "C promotes variable arguments: Object... instead of %s..., or %s[] for an array"
              .formatted(name, name));
    } else if (type == String[].class || type == Pointer[].class || isListOfText(parameter)) {
      return Kind.ADDRESSES;
    } else if (type.isArray() && type.getComponentType().isPrimitive()) {
      return Kind.ARRAY;
    } else if (type == ByteBuffer.class) {
      return Kind.BUFFER;
    } else if (type == String.class) {
      return Kind.STRING;
    } else if (type == Pointer.class) {
      return Kind.POINTER;
    }
    return type == Callback.class ? Kind.CALLBACK : null;
  }

  private static boolean isListOfText(Parameter parameter) {
    return parameter.getType() == List.class
        && parameter.getParameterizedType() instanceof ParameterizedType typed
        && typed.getActualTypeArguments()[0] == String.class;
  }

  private static Kind kind(Parameter parameter, Class<?> type, RecordShape struct) {
    if (struct == null) {
      return Kind.LAMBDA;
    } else if (type.isArray()) {
      return Kind.STRUCTS;
    } else if (parameter.isAnnotationPresent(ByAddress.class)) {
      return Kind.STRUCT;
    }
    StructShape.Way way = StructShape.of(struct.layout()).way();
    if (way != StructShape.Way.ADDRESS && parameter.isAnnotationPresent(OrNull.class)) {
      throw new IllegalArgumentException(
          "@OrNull is for pointers, and the struct is passed by value: @ByAddress passes a"
              + " pointer");
    }
    return switch (way) {
      case NOTHING -> Kind.EMPTY;
      case SCALAR -> Kind.SCALAR;
      case ADDRESS -> Kind.STRUCT;
    };
  }

  /** Null for an interface, whose lambdas C may call. */
  private static RecordShape struct(Class<?> type) {
    Class<?> single = type.isArray() ? type.getComponentType() : type;
    if (single.isRecord()) {
      return RecordShape.of(single.asSubclass(Record.class));
    } else if (!type.isInterface()) {
      throw new IllegalArgumentException(type.getTypeName() + " is no type of C's");
    }
    return null;
  }

  private static CallbackShape callback(Parameter parameter, Kind kind) {
    if (kind == Kind.LAMBDA) {
      return CallbackShape.of(parameter.getType());
    }
    // Looked at now, so that a type that C has not is told when the interface is bound.
    if (kind == Kind.CALLBACK
        && parameter.getParameterizedType() instanceof ParameterizedType typed
        && typed.getActualTypeArguments()[0] instanceof Class<?> target) {
      CallbackShape.of(target);
    }
    return null;
  }

  /** What is said of a type that it cannot be true of would be lost in silence. */
  private static void checkAnnotations(Parameter parameter, Class<?> type) {
    if (parameter.isAnnotationPresent(ByAddress.class) && !type.isRecord()) {
      throw new IllegalArgumentException(
          "@ByAddress is for records, not for " + type.getSimpleName());
    }
    boolean isWritten = Stream.of(Out.class, InOut.class).anyMatch(parameter::isAnnotationPresent);
    if (isWritten && !type.isArray() && type != ByteBuffer.class) {
      throw new IllegalArgumentException(
          "C's changes reach arrays and buffers alone: @Out and @InOut are not for "
              + type.getSimpleName());
    }
  }
}
