package org.dylink.machine.ir;

import org.dylink.engine.jvm.code.Body;
import org.dylink.engine.jvm.code.Opcode;
import org.dylink.engine.machine.ContextLayout;
import org.dylink.engine.machine.TrapCode;
import org.dylink.machine.ir.FunctionText.Value;

/**
 * Loads and stores. Each is checked in code: the end of the access, a number of 64 bits that cannot
 * wrap, against the size that lies before the memory's first byte.
 */
final class Accesses {
  private final FunctionText text;
  private final ContextLayout layout;
  private String[] bases = {};

  Accesses(FunctionText text, ContextLayout layout) {
    this.text = text;
    this.layout = layout;
    this.bases = new String[layout.memories()];
  }

  /** The address of a memory's first byte, which a function loads once. */
  String base(int memory) {
    if (bases[memory] == null) {
      String at = text.fresh();
      bases[memory] = text.fresh();
      text.first(at + " = getelementptr i8, ptr %i, i64 " + layout.memory(memory));
      text.first(bases[memory] + " = load ptr, ptr " + at + FunctionText.CONSTANT);
    }
    return bases[memory];
  }

  /** A memory's size in bytes. */
  Value size(int memory) {
    return text.load("i64", base(memory), ContextLayout.MEMORY_SIZE);
  }

  /** Checks a range whose numbers have 64 bits and fit into 33, and gives its address. */
  Value range(int memory, String from, String length) {
    Value end = text.give("i64", "add nuw i64 " + from + ", " + length);
    Value bad = text.give("i1", "icmp ugt i64 " + end.name() + ", " + size(memory).name());
    text.trapIf(bad.name(), TrapCode.MEMORY_RANGE, end.name(), length);
    return text.give("ptr", "getelementptr i8, ptr " + base(memory) + ", i64 " + from);
  }

  Value load(Body body, int at, Value address) {
    Opcode opcode = body.opcode(at);
    String type = IrTypes.of(opcode.type().results().get(0));
    String stored = stored(opcode, type);
    String place = place(body, at, address);
    Value loaded =
        text.give(stored, "load " + stored + ", ptr " + place + ", align 1" + FunctionText.GUEST);
    if (stored.equals(type)) {
      return loaded;
    }
    String extend = opcode.name().endsWith("_U") ? "zext " : "sext ";
    return text.give(type, extend + loaded + " to " + type);
  }

  void store(Body body, int at, Value address, Value value) {
    String stored = stored(body.opcode(at), value.type());
    Value written =
        stored.equals(value.type()) ? value : text.give(stored, "trunc " + value + " to " + stored);
    String place = place(body, at, address);
    text.line("store " + written + ", ptr " + place + ", align 1" + FunctionText.GUEST);
  }

  private static String stored(Opcode opcode, String type) {
    boolean isWhole = type.equals("float") || type.equals("double");
    return isWhole ? type : "i" + 8 * opcode.width();
  }

  private String place(Body body, int at, Value address) {
    int width = body.opcode(at).width();
    int memory = body.second(at);
    long offset = body.constant(at);
    String wide = text.give("i64", "zext " + address + " to i64").name();
    Value end = text.give("i64", "add nuw nsw i64 " + wide + ", " + (offset + width));
    Value bad = text.give("i1", "icmp ugt i64 " + end.name() + ", " + size(memory).name());
    text.trapIf(bad.name(), TrapCode.MEMORY, end.name(), String.valueOf(width));
    Value place = text.give("ptr", "getelementptr i8, ptr " + base(memory) + ", i64 " + wide);
    return offset == 0
        ? place.name()
        : text.give("ptr", "getelementptr i8, ptr " + place.name() + ", i64 " + offset).name();
  }
}
