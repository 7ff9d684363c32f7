package org.dylink.machine.ir;

import java.util.Locale;
import org.dylink.engine.jvm.code.Body;
import org.dylink.engine.jvm.code.Immediate;
import org.dylink.engine.jvm.code.Opcode;
import org.dylink.engine.machine.Service;
import org.dylink.engine.machine.TrapCode;
import org.dylink.machine.ir.FunctionText.Value;

/** Atomic instructions: at a multiple of their width, in one order for all threads. */
final class AtomicText {
  private final FunctionText text;
  private final Values values;
  private final Body body;
  private final Accesses accesses;
  private final CallText calls;

  AtomicText(FunctionText text, Values values, Body body, Accesses accesses, CallText calls) {
    this.text = text;
    this.values = values;
    this.body = body;
    this.accesses = accesses;
    this.calls = calls;
  }

  /** Writes an instruction if it is one of these. */
  boolean write(int at) {
    Opcode opcode = body.opcode(at);
    if (opcode == Opcode.ATOMIC_FENCE) {
      text.line("fence seq_cst");
      return true;
    } else if (opcode.immediate() != Immediate.ATOMIC_ACCESS) {
      return false;
    }
    switch (opcode) {
      case MEMORY_ATOMIC_NOTIFY -> ask(Service.MEMORY_NOTIFY, at);
      case MEMORY_ATOMIC_WAIT32 -> await(Service.MEMORY_WAIT32, at);
      case MEMORY_ATOMIC_WAIT64 -> await(Service.MEMORY_WAIT64, at);
      default -> access(at, opcode);
    }
    return true;
  }

  private void ask(Service service, int at) {
    Value count = values.pop();
    answer(calls.service(service, body.second(at), address(at, values.pop()), count));
  }

  private void await(Service service, int at) {
    Value nanos = values.pop();
    Value expected = values.pop();
    Value address = address(at, values.pop());
    answer(calls.service(service, body.second(at), address, expected, nanos));
  }

  private void answer(Value answer) {
    values.push(text.give("i32", "trunc " + answer + " to i32"));
  }

  // Where it is in the memory, which is checked.
  private Value address(int at, Value address) {
    Value wide = accesses.wide(address);
    place(at, address);
    return text.give("i64", "add " + wide + ", " + body.constant(at));
  }

  private String place(int at, Value address) {
    String place = accesses.place(body, at, address);
    int width = body.opcode(at).width();
    if (width > 1) {
      Value number = text.give("i64", "ptrtoint ptr " + place + " to i64");
      Value rest = text.give("i64", "and " + number + ", " + (width - 1));
      Value isBetween = text.give("i1", "icmp ne " + rest + ", 0");
      Value wide = accesses.wide(address);
      Value shown = text.give("i64", "add " + wide + ", " + body.constant(at));
      text.trapIf(isBetween.name(), TrapCode.UNALIGNED, shown.name(), String.valueOf(width));
    }
    return place;
  }

  private void access(int at, Opcode opcode) {
    String name = opcode.name();
    String type = "i" + 8 * opcode.width();
    String order = " seq_cst, align " + opcode.width();
    if (name.contains("_LOAD")) {
      String place = place(at, values.pop());
      push(opcode, text.give(type, "load atomic " + type + ", ptr " + place + order));
    } else if (name.contains("_STORE")) {
      Value value = shortened(values.pop(), type);
      text.line("store atomic " + value + ", ptr " + place(at, values.pop()) + order);
    } else if (name.contains("_CMPXCHG")) {
      exchange(at, opcode, type);
    } else {
      Value value = shortened(values.pop(), type);
      String place = place(at, values.pop());
      String how = operation(name);
      push(opcode, text.give(type, "atomicrmw " + how + " ptr " + place + ", " + value + order));
    }
  }

  // I32_ATOMIC_RMW8_ADD_U: what is done follows the width.
  private static String operation(String name) {
    String behind = name.substring(name.indexOf("_RMW") + 4);
    return behind.split("_", -1)[1].toLowerCase(Locale.ROOT);
  }

  private void exchange(int at, Opcode opcode, String type) {
    Value value = shortened(values.pop(), type);
    Value expected = shortened(values.pop(), type);
    String place = place(at, values.pop());
    Value both =
        text.give(
            "{" + type + ", i1}",
            "cmpxchg ptr "
                + place
                + ", "
                + expected
                + ", "
                + value
                + " seq_cst seq_cst, align "
                + opcode.width());
    push(opcode, text.give(type, "extractvalue " + both + ", 0"));
  }

  private Value shortened(Value value, String type) {
    return value.type().equals(type) ? value : text.give(type, "trunc " + value + " to " + type);
  }

  private void push(Opcode opcode, Value value) {
    String type = IrTypes.of(opcode.type().results().get(0));
    values.push(
        value.type().equals(type) ? value : text.give(type, "zext " + value + " to " + type));
  }
}
