package org.dylink.fuzz;

import java.util.ArrayList;
import java.util.List;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;
import org.dylink.format.WasmModule;
import org.dylink.fuzz.FuzzCase.Call;

/** Makes two modules that call each other, and what is called. */
final class CaseGenerator {
  private static final int MODULES = 2;
  private static final List<Integer> INTEGERS = List.of(0, 1, -1, 5, 100, 65_530, 1 << 31);
  private static final List<Double> FLOATS = List.of(0.0, -0.0, 1.0, -2.5, 1e10, Double.NaN);

  private final Choices choices;
  private final Features features;

  private CaseGenerator(Choices choices, Features features) {
    this.choices = choices;
    this.features = features;
  }

  static FuzzCase generate(Choices choices, Features features) {
    return new CaseGenerator(choices, features).generate();
  }

  private FuzzCase generate() {
    List<List<FunctionType>> types = new ArrayList<>();
    int modules = features.style().hasVectors() ? 1 : MODULES;
    for (int i = 0; i < modules; i++) {
      types.add(functionTypes());
    }
    List<Call> calls = new ArrayList<>();
    for (int i = 2 + choices.below(6); i > 0; i--) {
      calls.add(call(types));
    }
    List<WasmModule> all = new ArrayList<>();
    for (int i = 0; i < modules; i++) {
      List<FunctionType> others = modules == 1 ? List.of() : types.get((i + 1) % modules);
      all.add(ModuleGenerator.generate(choices, features, i, types.get(i), others));
    }
    return new FuzzCase(all, calls, features);
  }

  private List<FunctionType> functionTypes() {
    List<FunctionType> types = new ArrayList<>();
    for (int i = features.style().isLarge() ? 0 : choices.below(4); i >= 0; i--) {
      types.add(
          new FunctionType(Types.some(choices, Types.ANY, 3), Types.some(choices, Types.ANY, 3)));
    }
    // No host can call these: a JavaScript value cannot be a vector.
    if (features.style().hasVectors()) {
      for (int i = choices.below(3); i >= 0; i--) {
        List<ValueType> params = Types.some(choices, features, 3);
        types.add(new FunctionType(params, Types.some(choices, features, 3)));
      }
    }
    return types;
  }

  private Call call(List<List<FunctionType>> types) {
    int module = choices.below(types.size());
    List<FunctionType> callable = types.get(module).stream().filter(this::isCallable).toList();
    int function = types.get(module).indexOf(choices.of(callable));
    List<Object> arguments = new ArrayList<>();
    for (ValueType param : types.get(module).get(function).params()) {
      arguments.add(argument(param));
    }
    return new Call(module, ModuleGenerator.functionId(function), arguments);
  }

  private boolean isCallable(FunctionType type) {
    return !type.params().contains(ValueType.V128) && !type.results().contains(ValueType.V128);
  }

  private Object argument(ValueType type) {
    return switch (type.kind()) {
      case I32 -> integer();
      case I64 -> (long) integer() << choices.below(33);
      case F32 -> choices.of(FLOATS).floatValue();
      case F64 -> choices.of(FLOATS);
      default -> type == ValueType.EXTERNREF && choices.oneIn(2) ? "an object of the host's" : null;
    };
  }

  private Integer integer() {
    return choices.oneIn(3) ? choices.bits() : choices.of(INTEGERS);
  }
}
