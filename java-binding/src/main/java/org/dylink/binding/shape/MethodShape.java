package org.dylink.binding.shape;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.dylink.binding.SizedBy;
import org.dylink.binding.SymbolName;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;

/** A method of a bound interface: the function of C that it stands for. */
public final class MethodShape {
  private final Method method;
  private final String symbol;
  private final List<ParameterShape> parameters = new ArrayList<>();
  private final ResultShape result;
  private final FunctionType type;

  /**
   * Looks at a method.
   *
   * @throws IllegalArgumentException with what has no place in C
   */
  MethodShape(Method method) {
    this.method = method;
    this.symbol =
        Optional.ofNullable(method.getAnnotation(SymbolName.class))
            .map(SymbolName::value)
            .orElse(method.getName());
    for (Parameter parameter : method.getParameters()) {
      String type = parameter.getType().getSimpleName();
      parameters.add(shape(parameter, "parameter " + parameters.size() + " (" + type + ")"));
    }
    this.result = ResultShape.of(method);
    for (int i = 0; i < parameters.size(); i++) {
      checkSizedBy(i);
    }
    this.type = new FunctionType(passed(), result.returned().stream().toList());
  }

  private List<ValueType> passed() {
    List<ValueType> params = new ArrayList<>();
    if (result.hasSpace()) {
      params.add(ValueType.I32);
    }
    parameters.forEach(each -> each.passed().ifPresent(params::add));
    return params;
  }

  public Method method() {
    return method;
  }

  /** The function's name. */
  public String symbol() {
    return symbol;
  }

  public List<ParameterShape> parameters() {
    return parameters;
  }

  public ResultShape result() {
    return result;
  }

  /** Whether a call takes memory of C's, and has to give it back. */
  public boolean usesMemory() {
    return result.usesMemory() || parameters.stream().anyMatch(each -> !each.isNumber());
  }

  /** Which parameter says how many elements one has; -1 for none. */
  public int sizedBy(int parameter) {
    SizedBy by = method.getParameters()[parameter].getAnnotation(SizedBy.class);
    return by == null ? -1 : by.value();
  }

  /** The type that the function must have. */
  public FunctionType type() {
    return type;
  }

  /** What is wrong with the function that a library has, if it has one. */
  Optional<String> problem(
      Function<String, Optional<FunctionType>> functions, Supplier<String> searched) {
    FunctionType found = functions.apply(symbol).orElse(null);
    if (found == null) {
      return Optional.of("undefined function " + symbol + ": searched " + searched.get());
    } else if (found.equals(type)) {
      return Optional.empty();
    }
    String mismatch = "signature mismatch: expected " + type + ", the library has " + found;
    return Optional.of(mismatch + hint());
  }

  private String hint() {
    return IntStream.range(0, parameters.size())
        .filter(i -> parameters.get(i).kind() == ParameterShape.Kind.SCALAR)
        .mapToObj(i -> ": parameter " + i + " is a struct of one scalar, passed as that")
        .findFirst()
        .map(text -> text + "; @ByAddress passes its address")
        .orElse("");
  }

  private ParameterShape shape(Parameter parameter, String what) {
    try {
      return ParameterShape.of(parameter, method.getName() + ": " + what);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(what + ": " + e.getMessage(), e);
    }
  }

  private void checkSizedBy(int parameter) {
    int by = sizedBy(parameter);
    if (by < 0) {
      return;
    }
    boolean isCount = by < parameters.size() && by != parameter && isCount(by);
    if (!isCount || !parameters.get(parameter).hasLength()) {
      throw new IllegalArgumentException(
          "parameter " + parameter + ": @SizedBy(" + by + ") is for an array and its count");
    }
  }

  private boolean isCount(int parameter) {
    Class<?> type = method.getParameterTypes()[parameter];
    return type == int.class || type == long.class || type == int[].class || type == long[].class;
  }
}
