package org.dylink.format;

import static java.util.stream.Collectors.joining;

import java.util.List;

/**
 * A function's signature; prints as {@code (i32, i64) -> f32}.
 *
 * @param params the parameters' types, in order
 * @param results the results' types, in order; none for a function without a result
 */
public record FunctionType(List<ValueType> params, List<ValueType> results) implements ExternType {
  public FunctionType {
    params = List.copyOf(params);
    results = List.copyOf(results);
  }

  @Override
  public String kind() {
    return "function";
  }

  @Override
  public String toString() {
    return tuple(params) + " -> " + (results.size() == 1 ? results.get(0) : tuple(results));
  }

  private static String tuple(List<ValueType> types) {
    return types.stream().map(ValueType::toString).collect(joining(", ", "(", ")"));
  }
}
