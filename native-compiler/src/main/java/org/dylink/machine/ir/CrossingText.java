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
  private CrossingText() {}

  /** Calls {@code %k} with arguments from memory, and puts its results there. */
  static String in(int index, FunctionType type, Machine machine) {
    FunctionText text = new FunctionText(machine);
    List<Value> arguments = load(text, "%words", type.params());
    List<Value> results = Results.call(text, type, new Callee("%k", "%i"), arguments, "%words");
    if (!Results.lieInWords(type)) {
      store(text, "%words", type.results(), results);
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
    Parameters parameters = new Parameters(type, machine);
    List<Value> arguments = parameters.take(text);
    passOn(text, type, arguments);
    store(text, "%words", type.params(), arguments);
    Value number = text.load("i64", "%i", ContextLayout.OUT_NUMBER);
    text.line("call void @dylink_service(" + number + ", ptr %words, ptr swiftself %t)");
    List<Value> results = load(text, "%words", type.results());
    Results.give(text, type, results);
    return define("out" + index, type, parameters, text);
  }

  private static String define(
      String name, FunctionType type, Parameters parameters, FunctionText text) {
    return "define hidden tailcc "
        + Results.typeOf(type)
        + " @"
        + name
        + "(ptr %i"
        + Results.parameter(type)
        + parameters.declared()
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
    Results.tailCall(text, type, Callee.of(text, target), arguments);
    text.begin(java);
  }

  /**
   * Goes on in the context that the thread has of an instance. What others know of a function of a
   * program with threads has this code, so that who calls it need not know.
   */
  static String own(int index, FunctionType type, Machine machine) {
    FunctionText text = new FunctionText(machine);
    Parameters parameters = new Parameters(type, machine);
    List<Value> arguments = parameters.take(text);
    Value first = text.load("ptr", "%i", ContextLayout.OWN_CONTEXT);
    Value code = text.load("ptr", "%i", ContextLayout.OWN_CODE);
    Value own = OwnContext.find(text, first);
    Results.tailCall(text, type, new Callee(code.name(), own.name()), arguments);
    return define("own" + index, type, parameters, text);
  }

  /** How many words values take. */
  static int words(List<ValueType> types) {
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

  /** Stores values into words. */
  static void store(FunctionText text, String to, List<ValueType> types, List<Value> values) {
    for (int i = 0; i < values.size(); i++) {
      Value at = at(text, to, words(types.subList(0, i)));
      text.line("store " + values.get(i) + ", " + at + ", align 8");
    }
  }

  private static Value at(FunctionText text, String words, int word) {
    return text.give("ptr", "getelementptr i64, ptr " + words + ", i64 " + word);
  }
}
