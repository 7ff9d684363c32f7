package org.dylink.machine.ir;

import java.util.ArrayList;
import java.util.List;
import org.dylink.engine.jvm.code.Operands;
import org.dylink.engine.machine.ContextLayout;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;
import org.dylink.machine.ir.FunctionText.Value;

/**
 * The code between Java and functions of one type: arguments lie in memory, a word each, or two.
 */
final class CrossingText {
  private static final int MOST_IN_REGISTERS = 2;

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

  /**
   * Puts arguments into memory, calls Java, and gives the results that lie there then; unless there
   * is a function that is called in its place.
   */
  static String out(int index, FunctionType type, Machine machine) {
    FunctionText text = new FunctionText(machine);
    int words = Math.max(1, Math.max(words(type.params()), words(type.results())));
    text.first("%words = alloca [" + words + " x i64], align 8");
    List<Value> arguments = parameters(type);
    passOn(text, type, arguments);
    store(text, type.params(), arguments);
    Value number = text.load("i64", "%i", ContextLayout.OUT_NUMBER);
    text.line("call void @dylink_service(" + number + ", ptr %words, ptr swiftself %t)");
    List<Value> results = load(text, "%words", type.results());
    text.line("ret " + ControlText.joined(text, type, results));
    return define("out" + index, type, arguments, text);
  }

  private static List<Value> parameters(FunctionType type) {
    List<Value> parameters = new ArrayList<>();
    for (ValueType each : type.params()) {
      parameters.add(new Value(IrTypes.of(each), "%p" + parameters.size()));
    }
    return parameters;
  }

  private static String define(
      String name, FunctionType type, List<Value> parameters, FunctionText text) {
    StringBuilder all = new StringBuilder("ptr %i");
    parameters.forEach(each -> all.append(", ").append(each));
    return "define hidden tailcc "
        + IrTypes.result(type)
        + " @"
        + name
        + "("
        + all
        + ", ptr swiftself %t) #0 {\n"
        + text.body()
        + "}\n";
  }

  private static void passOn(FunctionText text, FunctionType type, List<Value> arguments) {
    Value target = text.load("ptr", "%i", ContextLayout.OUT_TARGET);
    String bound = text.freshLabel();
    String java = text.freshLabel();
    Value isJava = text.give("i1", "icmp eq " + target + ", null");
    text.line("br " + isJava + ", label %" + java + ", label %" + bound);
    text.begin(bound);
    Value code = text.load("ptr", target.name(), ContextLayout.FUNCTION_CODE);
    Value context = text.load("ptr", target.name(), ContextLayout.FUNCTION_CONTEXT);
    tailCall(text, code.name(), context.name(), type, arguments);
    text.begin(java);
  }

  // LLVM makes no tail call where results do not fit in registers.
  private static void tailCall(
      FunctionText text, String code, String context, FunctionType type, List<Value> arguments) {
    String how = type.results().size() <= MOST_IN_REGISTERS ? "musttail " : "";
    String call = how + CallText.callOf(code, context, type, arguments);
    if (type.results().isEmpty()) {
      text.line(call);
      text.line("ret void");
    } else {
      text.line("ret " + text.give(IrTypes.result(type), call));
    }
  }

  /**
   * Goes on in the context that the thread has of an instance. What others know of a function of a
   * program with threads has this code, so that who calls it need not know.
   */
  static String own(int index, FunctionType type, Machine machine) {
    FunctionText text = new FunctionText(machine);
    List<Value> arguments = parameters(type);
    Value first = text.load("ptr", "%i", ContextLayout.OWN_CONTEXT);
    Value code = text.load("ptr", "%i", ContextLayout.OWN_CODE);
    Value own = OwnContext.find(text, first);
    tailCall(text, code.name(), own.name(), type, arguments);
    return define("own" + index, type, arguments, text);
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
