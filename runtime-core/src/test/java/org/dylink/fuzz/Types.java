package org.dylink.fuzz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;

/** Types to choose from, the simplest first. */
final class Types {
  static final List<ValueType> NUMBERS =
      List.of(ValueType.I32, ValueType.I64, ValueType.F32, ValueType.F64);

  /** Numbers more often than references. */
  static final List<ValueType> ANY =
      List.of(
          ValueType.I32,
          ValueType.I64,
          ValueType.F32,
          ValueType.F64,
          ValueType.I32,
          ValueType.I64,
          ValueType.F32,
          ValueType.F64,
          ValueType.FUNCREF,
          ValueType.EXTERNREF);

  /** The same, with vectors as often as all numbers together. */
  private static final List<ValueType> WITH_VECTORS = withVectors();

  private Types() {}

  private static List<ValueType> withVectors() {
    List<ValueType> all = new ArrayList<>(ANY);
    all.addAll(Collections.nCopies(2 * NUMBERS.size(), ValueType.V128));
    return List.copyOf(all);
  }

  /** All that functions of a style have. */
  static List<ValueType> any(Features features) {
    return features.style().hasVectors() ? WITH_VECTORS : ANY;
  }

  static List<ValueType> some(Choices choices, Features features, int most) {
    return some(choices, any(features), most);
  }

  static List<ValueType> some(Choices choices, List<ValueType> from, int most) {
    List<ValueType> types = new ArrayList<>();
    for (int i = choices.below(most + 1); i > 0; i--) {
      types.add(choices.of(from));
    }
    return types;
  }

  static List<ValueType> numbers(Choices choices, int most) {
    List<ValueType> types = new ArrayList<>();
    for (int i = choices.below(most + 1); i > 0; i--) {
      types.add(choices.of(NUMBERS));
    }
    return types;
  }

  static String signature(List<ValueType> params, List<ValueType> results) {
    return new FunctionType(params, results).toString();
  }

  static List<ValueType> with(List<ValueType> types, ValueType last) {
    List<ValueType> all = new ArrayList<>(types);
    all.add(last);
    return all;
  }
}
