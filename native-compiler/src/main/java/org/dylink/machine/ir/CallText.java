package org.dylink.machine.ir;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dylink.engine.jvm.code.Body;
import org.dylink.engine.jvm.code.Opcode;
import org.dylink.engine.machine.ContextLayout;
import org.dylink.engine.machine.Service;
import org.dylink.engine.machine.TrapCode;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;
import org.dylink.machine.ir.FunctionText.Value;

/**
 * Calls. A function takes the context of its instance, its parameters, and in a register of its own
 * the thread.
 */
final class CallText {
  private static final Set<Opcode> CALLS =
      EnumSet.of(
          Opcode.CALL,
          Opcode.CALL_INDIRECT,
          Opcode.CALL_REF,
          Opcode.RETURN_CALL,
          Opcode.RETURN_CALL_INDIRECT,
          Opcode.RETURN_CALL_REF);

  private final FunctionText text;
  private final Values values;
  private final Body body;
  private final ContextLayout layout;
  private final ControlText control;

  CallText(FunctionText text, Values values, Body body, ContextLayout layout, ControlText control) {
    this.text = text;
    this.values = values;
    this.body = body;
    this.layout = layout;
    this.control = control;
  }

  /** Writes an instruction if it is a call; after one that gives up the frame nothing follows. */
  boolean write(int at) {
    int index = body.index(at);
    switch (body.opcode(at)) {
      case CALL -> call(callee(index), body.spaces().function(index));
      case CALL_INDIRECT -> call(checkedElement(at), body.spaces().type(index));
      case CALL_REF -> call(referred(), body.spaces().type(index));
      case RETURN_CALL_REF -> tailCall(referred(), body.spaces().type(index));
      case RETURN_CALL -> tailCall(callee(index), body.spaces().function(index));
      case RETURN_CALL_INDIRECT -> tailCall(checkedElement(at), body.spaces().type(index));
      default -> {
        return false;
      }
    }
    return true;
  }

  private Callee callee(int function) {
    if (function >= layout.imports()) {
      return new Callee("@f" + function, "%i");
    }
    Value imported = text.word("%i", layout.function(function), "ptr");
    return Callee.of(text, text.load("ptr", imported.name(), ContextLayout.FUNCTION_TARGET));
  }

  private Callee referred() {
    return Callee.of(text, nonNull(values.pop(), TrapCode.NULL_FUNCTION));
  }

  /** Traps if a reference is null, and gives it back. */
  Value nonNull(Value reference, TrapCode code) {
    Value isNull = text.give("i1", "icmp eq " + reference + ", null");
    text.trapIf(isNull.name(), code, "0", "0");
    return reference;
  }

  private Callee checkedElement(int at) {
    int typeIndex = body.index(at);
    int table = body.second(at);
    Value index = values.pop();
    Value record = element(index, table);
    Value isNull = text.give("i1", "icmp eq " + record + ", null");
    String shown = wide(index).name();
    text.trapIf(isNull.name(), TrapCode.NULL_ELEMENT, shown, "0");
    Value found = text.load("i32", record.name(), ContextLayout.FUNCTION_TYPE);
    Value expected = text.word("%i", layout.type(typeIndex), "i32");
    Value differs = text.give("i1", "icmp ne " + found + ", " + expected.name());
    String address = text.give("i64", "ptrtoint " + record + " to i64").name();
    String wanted = text.give("i64", "zext " + expected + " to i64").name();
    text.trapIf(differs.name(), TrapCode.TYPE_MISMATCH, address, wanted);
    return Callee.of(text, record);
  }

  /** The address of the function that an element holds. */
  Value element(Value index, int table) {
    Value elements = elements(table);
    String size = text.load("i64", elements.name(), ContextLayout.TABLE_SIZE).name();
    String wide = wide(index).name();
    Value bad = text.give("i1", "icmp uge i64 " + wide + ", " + size);
    text.trapIf(bad.name(), TrapCode.TABLE, wide, size);
    Value at = text.give("ptr", "getelementptr ptr, " + elements + ", i64 " + wide);
    return text.give("ptr", "load ptr, " + at + FunctionText.HOST);
  }

  /** How many elements a table has, of type i64. */
  Value size(int table) {
    return text.load("i64", elements(table).name(), ContextLayout.TABLE_SIZE);
  }

  private Value elements(int table) {
    Value head = text.word("%i", layout.table(table), "ptr");
    return text.load("ptr", head.name(), ContextLayout.TABLE_ELEMENTS);
  }

  private Value wide(Value index) {
    return index.type().equals("i64") ? index : text.give("i64", "zext " + index + " to i64");
  }

  private void call(Callee callee, FunctionType type) {
    List<Value> arguments = values.pop(type.params().size());
    Results.call(text, type, callee, arguments).forEach(values::push);
  }

  private void tailCall(Callee callee, FunctionType type) {
    List<Value> arguments = values.pop(type.params().size());
    control.leaveAllHandlers();
    Results.tailCall(text, type, callee, arguments);
    control.die();
  }

  /**
   * Asks Java for something.
   *
   * @param arguments numbers, or values of the function, behind the instance
   * @return what it answers, of type i64
   */
  Value service(Service service, Object... arguments) {
    String room = serve(service, List.of(arguments), List.of());
    return text.give("i64", "load i64, ptr " + room);
  }

  /** Asks Java for values of some types. */
  List<Value> services(Service service, List<ValueType> types, List<Object> arguments) {
    String room = serve(service, arguments, types.stream().map(CallText::nothing).toList());
    return CrossingText.load(text, room, types);
  }

  private static Value nothing(ValueType type) {
    return new Value(IrTypes.of(type), "poison");
  }

  /**
   * Asks Java for something.
   *
   * @param more values behind the arguments, a word each or two
   * @return the address of the words, where the answer lies
   */
  String serve(Service service, List<?> arguments, List<Value> more) {
    String room = text.fresh();
    int words = arguments.size() + 1;
    int all = words + 2 * more.size();
    text.first(room + " = alloca [" + all + " x i64], align 8");
    Value instance = text.word("%i", ContextLayout.INSTANCE, "i64");
    text.line("store " + instance + ", ptr " + room);
    for (int i = 0; i < arguments.size(); i++) {
      store(word(arguments.get(i)), room, i + 1);
    }
    for (Value each : more) {
      store(each, room, words);
      words += each.type().equals(VectorTemplates.VECTOR) ? 2 : 1;
    }
    text.service(service.number(0), room);
    return room;
  }

  private void store(Value value, String room, int word) {
    Value at = text.give("ptr", "getelementptr i64, ptr " + room + ", i64 " + word);
    text.line("store " + value + ", " + at + ", align 8");
  }

  private Value word(Object argument) {
    if (!(argument instanceof Value value)) {
      return new Value("i64", argument.toString());
    }
    return switch (value.type()) {
      case "i32" -> text.give("i64", "zext " + value + " to i64");
      case "ptr" -> text.give("i64", "ptrtoint " + value + " to i64");
      default -> value;
    };
  }

  /** Whether a body calls nothing: its frame needs no check. */
  static boolean isLeaf(Body body) {
    for (int i = 0; i < body.size(); i++) {
      Opcode opcode = body.opcode(i);
      if (CALLS.contains(opcode)) {
        return false;
      }
    }
    return true;
  }
}
