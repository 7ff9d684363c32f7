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
    for (int i = 0; i < MODULES; i++) {
      types.add(functionTypes());
    }
    List<Call> calls = new ArrayList<>();
    for (int i = 2 + choices.below(6); i > 0; i--) {
      calls.add(call(types));
    }
    List<WasmModule> modules = new ArrayList<>();
    for (int i = 0; i < MODULES; i++) {
      List<FunctionType> others = types.get((i + 1) % MODULES);
      modules.add(ModuleGenerator.generate(choices, features, i, types.get(i), others));
    }
    return new FuzzCase(modules, calls, features);
  }

  private List<FunctionType> functionTypes() {
    List<FunctionType> types = new ArrayList<>();
    for (int i = features.style().isLarge() ? 0 : choices.below(4); i >= 0; i--) {
      types.add(new FunctionType(Types.some(choices, 3), Types.some(choices, 3)));
    }
    return types;
  }

  private Call call(List<List<FunctionType>> types) {
    int module = choices.below(MODULES);
    int function = choices.below(types.get(module).size());
    List<Object> arguments = new ArrayList<>();
    for (ValueType param : types.get(module).get(function).params()) {
      arguments.add(argument(param));
    }
    return new Call(module, ModuleGenerator.functionId(function), arguments);
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
