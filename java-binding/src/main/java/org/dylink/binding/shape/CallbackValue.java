package org.dylink.binding.shape;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Optional;
import java.util.Set;
import org.dylink.binding.ByAddress;
import org.dylink.binding.Pointer;
import org.dylink.format.ValueType;

/**
 * A parameter of a functional interface, or its result.
 *
 * @param type its type in Java
 * @param unsigned what is unsigned in C; null for the most
 * @param struct how C passes a record; null for what is none, or a pointer to one
 */
public record CallbackValue(Class<?> type, UnsignedShape unsigned, StructShape struct) {
  private static final Set<Class<?>> PARAMETERS = Set.of(Pointer.class, String.class);

  /**
   * Looks at a parameter.
   *
   * @throws IllegalArgumentException if it has a type that C does not pass
   */
  static CallbackValue of(Parameter parameter, String place) {
    Class<?> type = parameter.getType();
    UnsignedShape unsigned = UnsignedShape.of(parameter, type, place);
    boolean byAddress = parameter.isAnnotationPresent(ByAddress.class);
    if (byAddress && !type.isRecord()) {
      throw new IllegalArgumentException(
          "@ByAddress is for records, not for " + type.getSimpleName());
    }
    return new CallbackValue(type, unsigned, byAddress ? null : structOf(type));
  }

  /**
   * Looks at a result.
   *
   * @throws IllegalArgumentException if it has a type that C does not return
   */
  static CallbackValue ofResult(Method method, String place) {
    Class<?> type = method.getReturnType();
    UnsignedShape unsigned = UnsignedShape.of(method, type, place);
    if (method.isAnnotationPresent(ByAddress.class)) {
      throw new IllegalArgumentException(
          "@ByAddress: nobody would free the struct: return a Pointer");
    }
    return new CallbackValue(type, unsigned, structOf(type));
  }

  /**
   * Looks at the types of a method alone.
   *
   * @throws IllegalArgumentException if C has not one of them
   */
  static void checkTypes(Method method, String place) {
    for (Class<?> parameter : method.getParameterTypes()) {
      if (!parameter.isPrimitive() && !parameter.isRecord() && !PARAMETERS.contains(parameter)) {
        throw unfit(parameter, place, "parameter");
      }
    }
    Class<?> result = method.getReturnType();
    if (!result.isPrimitive() && !result.isRecord() && result != Pointer.class) {
      throw unfit(result, place, "result");
    }
  }

  /** What C passes as a parameter; none for a struct without anything in it. */
  public Optional<ValueType> passed() {
    if (struct != null) {
      return struct.type();
    }
    return Optional.of(unsigned != null ? ValueType.I32 : ValueTypes.of(type));
  }

  /** What C gets as a result; none for nothing, and for a struct that is written where C says. */
  public Optional<ValueType> returned() {
    return type == void.class || isWrittenToMemory() ? Optional.empty() : passed();
  }

  /** Whether, as a result, it is written to an address that is C's first parameter. */
  public boolean isWrittenToMemory() {
    return isStruct(StructShape.Way.ADDRESS);
  }

  /** Whether it is a struct that C passes so. */
  public boolean isStruct(StructShape.Way way) {
    return struct != null && struct.way() == way;
  }

  private static StructShape structOf(Class<?> type) {
    return type.isRecord() ? StructShape.of(type.asSubclass(Record.class)) : null;
  }

  private static IllegalArgumentException unfit(Class<?> type, String place, String what) {
    return new IllegalArgumentException(
        place + ": " + type.getName() + " cannot be the " + what + " of a callback");
  }
}
