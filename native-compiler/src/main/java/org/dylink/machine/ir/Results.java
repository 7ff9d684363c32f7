package org.dylink.machine.ir;

import java.util.ArrayList;
import java.util.List;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;
import org.dylink.machine.ir.FunctionText.Value;

/**
 * How functions give their results: up to two as a value, which every processor has registers for;
 * more in words of who called, whose address comes behind the context. LLVM would pass such an
 * address by itself, but then makes no tail call; here who makes one hands on what it was given.
 */
final class Results {
  /** Where a function puts its results, if they do not lie in registers. */
  static final String GIVEN = "%r";

  private static final int MOST_IN_REGISTERS = 2;

  private Results() {}

  static boolean lieInWords(FunctionType type) {
    return type.results().size() > MOST_IN_REGISTERS;
  }

  /** Of the value that a function of the representation gives. */
  static String typeOf(FunctionType type) {
    List<ValueType> results = type.results();
    if (results.isEmpty() || lieInWords(type)) {
      return "void";
    }
    List<String> names = results.stream().map(IrTypes::of).toList();
    return names.size() == 1 ? names.get(0) : "{" + String.join(", ", names) + "}";
  }

  /** What a function takes behind the context, with the comma in front. */
  static String parameter(FunctionType type) {
    return lieInWords(type) ? ", ptr " + GIVEN : "";
  }

  /** Leaves a function. */
  static void give(FunctionText text, FunctionType type, List<Value> results) {
    if (lieInWords(type)) {
      CrossingText.store(text, GIVEN, type.results(), results);
    }
    text.line("ret " + joined(text, type, results));
  }

  private static Value joined(FunctionText text, FunctionType type, List<Value> results) {
    if (results.isEmpty() || lieInWords(type)) {
      return new Value("void", "");
    } else if (results.size() == 1) {
      return results.get(0);
    }
    String whole = typeOf(type);
    Value joined = new Value(whole, "poison");
    for (int i = 0; i < results.size(); i++) {
      joined = text.give(whole, "insertvalue " + joined + ", " + results.get(i) + ", " + i);
    }
    return joined;
  }

  /** Calls a function, and gives its results. */
  static List<Value> call(
      FunctionText text, FunctionType type, Callee callee, List<Value> arguments) {
    String room = lieInWords(type) ? text.room(CrossingText.words(type.results())) : "";
    return call(text, type, callee, arguments, room);
  }

  /**
   * Calls a function, and gives its results.
   *
   * @param room words for them if they do not lie in registers
   */
  static List<Value> call(
      FunctionText text, FunctionType type, Callee callee, List<Value> arguments, String room) {
    String call = callOf(text, type, callee, arguments, room);
    if (typeOf(type).equals("void")) {
      text.line(call);
      return CrossingText.load(text, room, type.results());
    }
    Value result = text.give(typeOf(type), call);
    return type.results().size() == 1 ? List.of(result) : parts(text, type, result);
  }

  private static List<Value> parts(FunctionText text, FunctionType type, Value result) {
    List<Value> parts = new ArrayList<>();
    for (ValueType each : type.results()) {
      String part = IrTypes.of(each);
      parts.add(text.give(part, "extractvalue " + result + ", " + parts.size()));
    }
    return parts;
  }

  /** Calls a function of the same results in place of the one that is written. */
  static void tailCall(FunctionText text, FunctionType type, Callee callee, List<Value> arguments) {
    goOn(text, type, callOf(text, type, callee, arguments, GIVEN));
  }

  /** Calls a function of the same results in place of the one that is written. */
  static void goOn(FunctionText text, FunctionType type, String calling) {
    String call = "musttail " + calling;
    if (typeOf(type).equals("void")) {
      text.line(call);
      text.line("ret void");
    } else {
      text.line("ret " + text.give(typeOf(type), call));
    }
  }

  private static String callOf(
      FunctionText text, FunctionType type, Callee callee, List<Value> arguments, String room) {
    String passed = new Parameters(type, text.machine()).passed(text, arguments);
    StringBuilder call = new StringBuilder("call tailcc " + typeOf(type) + " " + callee.code());
    call.append("(ptr ").append(callee.context());
    if (lieInWords(type)) {
      call.append(", ptr ").append(room);
    }
    return call.append(passed).append(", ptr swiftself %t) #2").toString();
  }
}
