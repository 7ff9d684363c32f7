package org.dylink.fuzz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dylink.format.ValueType;
import org.dylink.testing.Code;

/** A function's locals: parameters, those that were asked for, and two to look at floats with. */
final class Locals {
  private static final float NAN = Float.NaN;

  private final Choices choices;
  private final Code code;
  private final Map<ValueType, List<Integer>> byType = new HashMap<>();
  private final int scratch32;
  private final int scratch64;
  private final Map<String, Integer> spare = new HashMap<>();
  private int count;

  Locals(Choices choices, Code code, List<ValueType> params, List<ValueType> more) {
    this.choices = choices;
    this.code = code;
    List<ValueType> all = new ArrayList<>(params);
    all.addAll(more);
    for (int i = 0; i < all.size(); i++) {
      byType.computeIfAbsent(all.get(i), t -> new ArrayList<>()).add(i);
    }
    scratch32 = all.size();
    scratch64 = all.size() + 1;
    count = all.size() + 2;
    code.locals(more.toArray(ValueType[]::new)).locals(ValueType.F32, ValueType.F64);
  }

  List<Integer> of(ValueType type) {
    return byType.getOrDefault(type, List.of());
  }

  /** A local that nothing else uses, for what is put away between two instructions. */
  int spare(ValueType type, int number) {
    return spare.computeIfAbsent(
        type + " " + number,
        key -> {
          code.locals(type);
          return count++;
        });
  }

  void sink(ValueType type) {
    List<Integer> fitting = of(type);
    if (fitting.isEmpty() || choices.oneIn(4)) {
      code.drop();
    } else {
      code.localSet(choices.of(fitting));
    }
  }

  /** Gives all NaNs the same bits: which ones an instruction makes is not determined. */
  void canonicalise(ValueType type) {
    if (type == ValueType.F32) {
      code.localTee(scratch32).f32Const(NAN).localGet(scratch32).localGet(scratch32).op(0x5b);
      code.select();
    } else if (type == ValueType.F64) {
      code.localTee(scratch64).f64Const(NAN).localGet(scratch64).localGet(scratch64).op(0x61);
      code.select();
    }
  }
}
