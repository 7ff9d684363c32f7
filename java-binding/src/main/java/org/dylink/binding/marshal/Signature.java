package org.dylink.binding.marshal;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dylink.binding.Pointer;
import org.dylink.binding.SizedBy;
import org.dylink.binding.SymbolName;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;

/** A method of a bound interface: what it stands for in C, and how its values get there. */
final class Signature {
  private final Method method;
  private final String symbol;
  private final List<Argument> arguments = new ArrayList<>(); // null for a number
  private final Result result; // null for none, and for a number

  /**
   * Looks at a method.
   *
   * @throws IllegalArgumentException with what has no place in C
   */
  Signature(Method method, BoundLibrary library) {
    this.method = method;
    this.symbol =
        Optional.ofNullable(method.getAnnotation(SymbolName.class))
            .map(SymbolName::value)
            .orElse(method.getName());
    Parameters parameters = new Parameters(library);
    Parameter[] all = method.getParameters();
    for (int i = 0; i < all.length; i++) {
      String what = "parameter " + i + " (" + all[i].getType().getSimpleName() + ")";
      arguments.add(argument(parameters, all[i], what, library));
    }
    this.result = resultOf(method.getReturnType(), library);
    for (int i = 0; i < all.length; i++) {
      checkSizedBy(i);
    }
  }

  Method method() {
    return method;
  }

  String symbol() {
    return symbol;
  }

  List<Argument> arguments() {
    return arguments;
  }

  Result result() {
    return result;
  }

  /** Whether C is given a place to write its result to. */
  boolean hasResultSpace() {
    return result != null && result.space() > 0;
  }

  boolean usesMemory() {
    return hasResultSpace() || arguments.stream().anyMatch(argument -> argument != null);
  }

  /** Which parameter says how many elements one has; -1 for none. */
  int sizedBy(int parameter) {
    SizedBy by = method.getParameters()[parameter].getAnnotation(SizedBy.class);
    return by == null ? -1 : by.value();
  }

  /** The type that the function must have. */
  FunctionType type() {
    List<ValueType> params = new ArrayList<>();
    if (hasResultSpace()) {
      params.add(ValueType.I32);
    }
    for (Class<?> parameter : method.getParameterTypes()) {
      params.add(ValueTypes.of(parameter));
    }
    boolean hasNone = method.getReturnType() == void.class || hasResultSpace();
    return new FunctionType(
        params, hasNone ? List.of() : List.of(ValueTypes.of(method.getReturnType())));
  }

  private Argument argument(
      Parameters parameters, Parameter parameter, String what, BoundLibrary library) {
    try {
      return parameters.of(parameter, library + ": " + method.getName() + ": " + what);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(what + ": " + e.getMessage(), e);
    }
  }

  private static Result resultOf(Class<?> type, BoundLibrary library) {
    if (type.isPrimitive()) {
      return null;
    } else if (type == Pointer.class) {
      return new Results.OfPointer(library);
    } else if (type == String.class) {
      return new Results.OfString(library);
    } else if (!type.isRecord()) {
      throw new IllegalArgumentException("result: " + type.getTypeName() + " is no type of C's");
    }
    StructCodec codec = library.structs().of(type.asSubclass(Record.class));
    if (codec.layout().fields().size() < 2) {
      throw new IllegalArgumentException(
          "result: C returns a struct of one field as that field: so must the method");
    }
    return new Results.OfStruct(library, codec);
  }

  private void checkSizedBy(int parameter) {
    int by = sizedBy(parameter);
    if (by < 0) {
      return;
    }
    boolean isCount = by < arguments.size() && by != parameter && isCount(by);
    if (!isCount || arguments.get(parameter) == null || !arguments.get(parameter).hasLength()) {
      throw new IllegalArgumentException(
          "parameter " + parameter + ": @SizedBy(" + by + ") is for an array and its count");
    }
  }

  private boolean isCount(int parameter) {
    Class<?> type = method.getParameterTypes()[parameter];
    return type == int.class || type == long.class || type == int[].class || type == long[].class;
  }
}
