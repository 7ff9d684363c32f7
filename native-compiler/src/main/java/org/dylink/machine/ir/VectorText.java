package org.dylink.machine.ir;

import java.util.List;
import org.dylink.engine.jvm.code.Body;
import org.dylink.engine.jvm.code.Opcode;
import org.dylink.engine.machine.ThreadLayout;
import org.dylink.format.Vector;
import org.dylink.machine.ir.FunctionText.Value;

/** Instructions on vectors that name a lane, a constant or an address. */
final class VectorText {
  private static final String VECTOR = VectorTemplates.VECTOR;
  private static final String BYTES = "<16 x i8>";

  private final FunctionText text;
  private final Values values;
  private final Body body;
  private final Accesses accesses;

  VectorText(FunctionText text, Values values, Body body, Accesses accesses) {
    this.text = text;
    this.values = values;
    this.body = body;
    this.accesses = accesses;
  }

  /** Writes an instruction if it is one of these. */
  boolean write(int at) {
    Opcode opcode = body.opcode(at);
    String name = opcode.name();
    switch (opcode.immediate()) {
      case VECTOR -> values.push(constant(body.vector(at)));
      case LANES -> shuffle(body.vector(at));
      case LANE -> lane(at, name);
      case LANE_ACCESS -> laneAccess(at, name.startsWith("V128_LOAD"));
      case MEMORY_ACCESS -> {
        if (!name.startsWith("V128_")) {
          return false;
        }
        access(at, opcode, name);
      }
      default -> {
        return other(opcode, name);
      }
    }
    return true;
  }

  private boolean other(Opcode opcode, String name) {
    if (name.endsWith("_SPLAT")) {
      splat(name, values.pop());
    } else if (name.endsWith("MADD")) {
      fused(opcode);
    } else {
      return false;
    }
    return true;
  }

  static Value constant(Vector vector) {
    return new Value(VECTOR, "<i64 " + vector.low() + ", i64 " + vector.high() + ">");
  }

  private Value lanes(Value vector, String type) {
    return text.give(type, "bitcast " + vector + " to " + type);
  }

  private void push(Value lanes) {
    values.push(text.give(VECTOR, "bitcast " + lanes + " to " + VECTOR));
  }

  private void shuffle(Vector numbers) {
    Value second = lanes(values.pop(), BYTES);
    Value first = lanes(values.pop(), BYTES);
    StringBuilder picked = new StringBuilder();
    for (int i = 0; i < Vector.BYTES; i++) {
      long half = i < Long.BYTES ? numbers.low() : numbers.high();
      picked.append(i == 0 ? "i32 " : ", i32 ").append(half >>> (8 * (i % Long.BYTES)) & 0xff);
    }
    push(
        text.give(
            BYTES, "shufflevector " + first + ", " + second + ", <16 x i32> <" + picked + ">"));
  }

  /** The type of lanes of a width. */
  private static String lanes(String element, int bytes) {
    return "<" + Vector.BYTES / bytes + " x " + element + ">";
  }

  private static String element(String name, int bytes) {
    return switch (name.charAt(0)) {
      case 'F' -> bytes == 4 ? "float" : "double";
      default -> "i" + 8 * bytes;
    };
  }

  private void lane(int at, String name) {
    int bytes = body.opcode(at).width();
    String element = element(name, bytes);
    String type = lanes(element, bytes);
    if (name.contains("REPLACE")) {
      Value value = shortened(values.pop(), element);
      Value whole = lanes(values.pop(), type);
      push(text.give(type, "insertelement " + whole + ", " + value + ", i32 " + body.lane(at)));
      return;
    }
    Value whole = lanes(values.pop(), type);
    Value found = text.give(element, "extractelement " + whole + ", i32 " + body.lane(at));
    boolean isShort = bytes < 4;
    String extend = name.endsWith("_S") ? "sext " : "zext ";
    values.push(isShort ? text.give("i32", extend + found + " to i32") : found);
  }

  private Value shortened(Value value, String element) {
    return value.type().equals(element)
        ? value
        : text.give(element, "trunc " + value + " to " + element);
  }

  private void splat(String name, Value value) {
    int count = Integer.parseInt(name.substring(name.indexOf('X') + 1, name.indexOf('_')));
    String element = element(name, Vector.BYTES / count);
    push(splat(shortened(value, element), count));
  }

  private Value splat(Value value, int count) {
    String type = "<" + count + " x " + value.type() + ">";
    Value first = text.give(type, "insertelement " + type + " poison, " + value + ", i32 0");
    String all = ", <" + count + " x i32> zeroinitializer";
    return text.give(type, "shufflevector " + first + ", " + type + " poison" + all);
  }

  private void laneAccess(int at, boolean isLoad) {
    int bytes = body.opcode(at).width();
    String element = "i" + 8 * bytes;
    String type = lanes(element, bytes);
    Value whole = lanes(values.pop(), type);
    String place = accesses.place(body, at, values.pop());
    if (isLoad) {
      Value loaded = accesses.load(body.second(at), element, place);
      push(text.give(type, "insertelement " + whole + ", " + loaded + ", i32 " + body.lane(at)));
    } else {
      Value lane = text.give(element, "extractelement " + whole + ", i32 " + body.lane(at));
      accesses.store(body.second(at), lane, place);
    }
  }

  private void access(int at, Opcode opcode, String name) {
    if (opcode == Opcode.V128_STORE) {
      Value value = values.pop();
      accesses.store(body.second(at), value, accesses.place(body, at, values.pop()));
      return;
    }
    String place = accesses.place(body, at, values.pop());
    int memory = body.second(at);
    int bits = 8 * opcode.width();
    if (opcode == Opcode.V128_LOAD) {
      values.push(accesses.load(memory, VECTOR, place));
    } else if (name.endsWith("_SPLAT")) {
      push(splat(accesses.load(memory, "i" + bits, place), 128 / bits));
    } else if (name.endsWith("_ZERO")) {
      String type = "<" + 128 / bits + " x i" + bits + ">";
      Value loaded = accesses.load(memory, "i" + bits, place);
      push(text.give(type, "insertelement " + type + " zeroinitializer, " + loaded + ", i32 0"));
    } else {
      extend(memory, name, place);
    }
  }

  // V128_LOAD8X8_S: so many bits, so many lanes.
  private void extend(int memory, String name, String place) {
    int by = name.indexOf('X');
    int bits = Integer.parseInt(name.substring("V128_LOAD".length(), by));
    int count = 64 / bits;
    String narrow = "<" + count + " x i" + bits + ">";
    String wide = "<" + count + " x i" + 2 * bits + ">";
    String how = name.endsWith("_S") ? "sext " : "zext ";
    push(text.give(wide, how + accesses.load(memory, narrow, place) + " to " + wide));
  }

  // Processors of this level have no instruction for it: the C library does it, a lane at a time.
  private void fused(Opcode opcode) {
    boolean isFloat = opcode.name().startsWith("F32");
    String element = isFloat ? "float" : "double";
    int bytes = isFloat ? 4 : 8;
    String type = lanes(element, bytes);
    List<Value> operands = values.pop(3).stream().map(each -> lanes(each, type)).toList();
    int word = isFloat ? ThreadLayout.FMAF : ThreadLayout.FMA;
    Value function = text.word("%t", word, "ptr");
    boolean isNegative = opcode.name().endsWith("NMADD");
    Value result = new Value(type, "poison");
    for (int i = 0; i < Vector.BYTES / bytes; i++) {
      Value sum = fused(element, function, isNegative, operands, i);
      result = text.give(type, "insertelement " + result + ", " + sum + ", i32 " + i);
    }
    push(result);
  }

  private Value fused(
      String element, Value function, boolean isNegative, List<Value> operands, int lane) {
    List<Value> each =
        operands.stream()
            .map(all -> text.give(element, "extractelement " + all + ", i32 " + lane))
            .toList();
    Value first = isNegative ? text.give(element, "fneg " + each.get(0)) : each.get(0);
    String all = first + ", " + each.get(1) + ", " + each.get(2);
    return text.give(element, text.callOfC(element, function.name(), all));
  }
}
