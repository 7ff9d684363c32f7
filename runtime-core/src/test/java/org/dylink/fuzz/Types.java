package org.dylink.fuzz;

import java.util.ArrayList;
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

  private Types() {}

  static List<ValueType> some(Choices choices, int most) {
    List<ValueType> types = new ArrayList<>();
    for (int i = choices.below(most + 1); i > 0; i--) {
      types.add(choices.of(ANY));
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
