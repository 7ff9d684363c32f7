package org.dylink.format;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;

/**
 * A function's signature; prints as {@code (i32, i64) -> f32}.
 *
 * @param params the parameters' types, in order
 * @param results the results' types, in order; none for a function without a result
 * @param definition where parameters and results do not tell all of the type, since it is part of a
 *     recursive group, has a supertype or may be one: what a module defines; else null
 */
public record FunctionType(List<ValueType> params, List<ValueType> results, DefinedType definition)
    implements ExternType, CompositeType {
  /** A type of its own copy of the parameters and results. */
  public FunctionType {
    params = List.copyOf(params);
    results = List.copyOf(results);
  }

  /** A type of which parameters and results tell all. */
  public FunctionType(List<ValueType> params, List<ValueType> results) {
    this(params, results, null);
  }

  /** The type above this one. */
  public Optional<FunctionType> supertype() {
    return Optional.ofNullable(definition)
        .map(DefinedType::supertype)
        .map(DefinedType::functionType);
  }

  /** Whether every function of this type is of another one too. */
  public boolean isSubtypeOf(FunctionType other) {
    return equals(other) || supertype().filter(above -> above.isSubtypeOf(other)).isPresent();
  }

  @Override
  public String kind() {
    return "function";
  }

  @Override
  public HeapType.Abstract abstractType() {
    return HeapType.Abstract.FUNC;
  }

  @Override
  public String toString() {
    return tuple(params) + " -> " + (results.size() == 1 ? results.get(0) : tuple(results));
  }

  private static String tuple(List<ValueType> types) {
    return types.stream().map(ValueType::toString).collect(joining(", ", "(", ")"));
  }
}
