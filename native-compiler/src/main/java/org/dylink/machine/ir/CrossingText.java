package org.dylink.machine.ir;

import java.util.ArrayList;
import java.util.List;
import org.dylink.engine.jvm.code.Operands;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;
import org.dylink.machine.ir.FunctionText.Value;

/**
 * The code between Java and functions of one type: arguments lie in memory, a word each, or two.
 */
final class CrossingText {
  private CrossingText() {}

  /** Calls {@code %k} with arguments from memory, and puts its results there. */
  static String in(int index, FunctionType type, Machine machine) {
    FunctionText text = new FunctionText(machine);
    List<Value> arguments = load(text, "%words", type.params());
    String call = CallText.callOf("%k", "%i", type, arguments);
    if (type.results().isEmpty()) {
      text.line(call);
    } else {
      Value result = text.give(IrTypes.result(type), call);
      store(text, type.results(), CallText.parts(text, type, result));
    }
    text.line("ret void");
    return "define hidden void @in"
        + index
        + "(ptr %i, ptr %k, ptr %words, ptr swiftself %t) #0 {\n"
        + text.body()
        + "}\n";
  }

  /** Puts arguments into memory, calls Java, and gives the results that lie there then. */
  static String out(int index, FunctionType type, Machine machine) {
    FunctionText text = new FunctionText(machine);
    int words = Math.max(1, Math.max(words(type.params()), words(type.results())));
    text.first("%words = alloca [" + words + " x i64], align 8");
    StringBuilder parameters = new StringBuilder("ptr %i");
    List<Value> arguments = new ArrayList<>();
    for (ValueType each : type.params()) {
      Value argument = new Value(IrTypes.of(each), "%p" + arguments.size());
      arguments.add(argument);
      parameters.append(", ").append(argument);
    }
    store(text, type.params(), arguments);
    Value number = text.give("i64", "load i64, ptr %i");
    text.line("call void @dylink_service(" + number + ", ptr %words, ptr swiftself %t)");
    List<Value> results = load(text, "%words", type.results());
    text.line("ret " + ControlText.joined(text, type, results));
    return "define hidden tailcc "
        + IrTypes.result(type)
        + " @out"
        + index
        + "("
        + parameters
        + ", ptr swiftself %t) #0 {\n"
        + text.body()
        + "}\n";
  }

  private static int words(List<ValueType> types) {
    return types.stream().mapToInt(Operands::words).sum();
  }

  /** Loads values from words. */
  static List<Value> load(FunctionText text, String from, List<ValueType> types) {
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      Value at = at(text, from, words(types.subList(0, i)));
      String type = IrTypes.of(types.get(i));
      values.add(text.give(type, "load " + type + ", " + at + ", align 8"));
    }
    return values;
  }

  private static void store(FunctionText text, List<ValueType> types, List<Value> values) {
    for (int i = 0; i < values.size(); i++) {
      Value at = at(text, "%words", words(types.subList(0, i)));
      text.line("store " + values.get(i) + ", " + at + ", align 8");
    }
  }

  private static Value at(FunctionText text, String words, int word) {
    return text.give("ptr", "getelementptr i64, ptr " + words + ", i64 " + word);
  }
}
