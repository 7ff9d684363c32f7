package org.dylink.binding.marshal;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dylink.binding.SizedBy;
import org.dylink.binding.SymbolName;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;

/** A method of a bound interface: what it stands for in C, and how its values get there. */
final class Signature {
  private final Method method;
  private final String symbol;
  private final List<Argument> arguments = new ArrayList<>(); // null for a number
  private final List<UnsignedNumber> unsigned = new ArrayList<>(); // null for the most
  private final Result result; // null for none, and for a number
  private final UnsignedNumber unsignedResult; // null for the most

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
    this.result = Results.of(method, library);
    this.unsignedResult = unsignedResult(method, library);
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

  /** How a parameter is passed that is unsigned in C; null if it is not, or passed as it is. */
  UnsignedNumber unsigned(int parameter) {
    return unsigned.get(parameter);
  }

  /** How a result is returned that is unsigned in C; null if it is not, or returned as it is. */
  UnsignedNumber unsignedResult() {
    return unsignedResult;
  }

  /** The parameters that are structs which C is passed as a scalar. */
  Stream<Integer> scalarStructs() {
    return IntStream.range(0, arguments.size())
        .filter(i -> arguments.get(i) instanceof ScalarArgument)
        .boxed();
  }

  /** Whether C is given a place to write its result to. */
  boolean hasResultSpace() {
    return result != null && result.space() > 0;
  }

  boolean usesMemory() {
    return (result != null && result.usesMemory())
        || arguments.stream().anyMatch(argument -> argument != null);
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
    for (int i = 0; i < arguments.size(); i++) {
      typeOf(i).ifPresent(params::add);
    }
    return new FunctionType(params, resultType().stream().toList());
  }

  private Optional<ValueType> typeOf(int parameter) {
    if (arguments.get(parameter) != null) {
      return Optional.ofNullable(arguments.get(parameter).type());
    }
    boolean isShort = unsigned.get(parameter) != null;
    return Optional.of(
        isShort ? ValueType.I32 : ValueTypes.of(method.getParameterTypes()[parameter]));
  }

  private Optional<ValueType> resultType() {
    if (result != null) {
      return Optional.ofNullable(result.type());
    } else if (method.getReturnType() == void.class) {
      return Optional.empty();
    }
    return Optional.of(
        unsignedResult != null ? ValueType.I32 : ValueTypes.of(method.getReturnType()));
  }

  private Argument argument(
      Parameters parameters, Parameter parameter, String what, BoundLibrary library) {
    String place = library + ": " + method.getName() + ": " + what;
    try {
      unsigned.add(UnsignedNumber.of(parameter, parameter.getType(), place));
      return parameters.of(parameter, place);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(what + ": " + e.getMessage(), e);
    }
  }

  private static UnsignedNumber unsignedResult(Method method, BoundLibrary library) {
    try {
      String place = library + ": " + method.getName() + ": result";
      return UnsignedNumber.of(method, method.getReturnType(), place);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("result: " + e.getMessage(), e);
    }
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
