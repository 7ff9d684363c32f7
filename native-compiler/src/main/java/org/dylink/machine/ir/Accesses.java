package org.dylink.machine.ir;

import java.util.List;
import org.dylink.engine.jvm.code.Body;
import org.dylink.engine.jvm.code.IndexSpaces;
import org.dylink.engine.jvm.code.Opcode;
import org.dylink.engine.machine.ContextLayout;
import org.dylink.engine.machine.TrapCode;
import org.dylink.format.AddressType;
import org.dylink.machine.ir.AccessesAhead.Reach;
import org.dylink.machine.ir.FunctionText.Value;

/**
 * Loads and stores. Each is checked in code: the end of the access, a number of 64 bits that cannot
 * wrap, against the size that lies before the memory's first byte.
 *
 * <p>Of a memory that threads share, each is one of the machine's, volatile: what another thread
 * writes meanwhile is not read twice, once for a check and once to be used. Its size is loaded
 * whole, and anew behind whatever orders threads; it never shrinks.
 */
final class Accesses {
  private final FunctionText text;
  private final Values values;
  private final Known known;
  private final IndexSpaces spaces;
  private final ContextLayout layout;
  private final String[] bases;

  Accesses(
      FunctionText text, Values values, Known known, IndexSpaces spaces, ContextLayout layout) {
    this.text = text;
    this.values = values;
    this.known = known;
    this.spaces = spaces;
    this.layout = layout;
    this.bases = new String[layout.memories()];
  }

  private boolean isWide(int memory) {
    return spaces.memory(memory).addressType() == AddressType.I64;
  }

  /** An address or a size as a number of 64 bits. */
  Value wide(Value value) {
    return value.type().equals("i64") ? value : text.give("i64", "zext " + value + " to i64");
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
    if (spaces.memory(memory).shared()) {
      String at =
          text.give(
                  "ptr",
                  "getelementptr i8, ptr " + base(memory) + ", i64 " + ContextLayout.MEMORY_SIZE)
              .name();
      return text.give(
          "i64", "load atomic i64, ptr " + at + " unordered, align 8" + FunctionText.HOST);
    }
    return text.load("i64", base(memory), ContextLayout.MEMORY_SIZE);
  }

  /** Checks a range whose numbers have 64 bits, and gives its address. */
  Value range(int memory, Value from, Value length) {
    Value end = end(memory, from, length.name());
    String isPast = isPast(memory, from, end, size(memory));
    text.trapIf(isPast, TrapCode.MEMORY_RANGE, end.name(), length.name());
    return text.give("ptr", "getelementptr i8, ptr " + base(memory) + ", " + from);
  }

  // Only where addresses have 64 bits can a sum be too great for a number.
  private Value end(int memory, Value from, String length) {
    String add = isWide(memory) ? "add " : "add nuw nsw ";
    return text.give("i64", add + from + ", " + length);
  }

  private String isPast(int memory, Value from, Value end, Value size) {
    Value isBehind = text.give("i1", "icmp ugt " + end + ", " + size.name());
    if (!isWide(memory)) {
      return isBehind.name();
    }
    Value isAround = text.give("i1", "icmp ult " + end + ", " + from.name());
    return text.give("i1", "or " + isBehind + ", " + isAround.name()).name();
  }

  /** Loads what lies at a place that is checked. */
  Value load(int memory, String type, String place) {
    return text.give(
        type, access("load", memory) + type + ", ptr " + place + ", align 1" + FunctionText.GUEST);
  }

  /** Stores at a place that is checked. */
  void store(int memory, Value value, String place) {
    text.line(
        access("store", memory) + value + ", ptr " + place + ", align 1" + FunctionText.GUEST);
  }

  private String access(String kind, int memory) {
    return spaces.memory(memory).shared() ? kind + " volatile " : kind + " ";
  }

  Value load(Body body, int at, Value address) {
    Opcode opcode = body.opcode(at);
    String type = IrTypes.of(opcode.type().results().get(0));
    String stored = stored(opcode, type);
    String place = place(body, at, address);
    Value loaded = load(body.second(at), stored, place);
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
    store(body.second(at), written, place);
  }

  private static String stored(Opcode opcode, String type) {
    boolean isWhole = type.equals("float") || type.equals("double");
    return isWhole ? type : "i" + 8 * opcode.width();
  }

  /** Where an access of an instruction is, which is checked. */
  String place(Body body, int at, Value address) {
    int memory = body.second(at);
    long offset = body.constant(at);
    long extent = offset + body.opcode(at).width();
    Known.Checked checked = known.checked(memory, address);
    Value wide = checked == null ? wide(address) : checked.wide();
    if (checked == null || Long.compareUnsigned(checked.extent(), extent) < 0) {
      check(body, at, address, wide);
    }
    Value place = text.give("ptr", "getelementptr i8, ptr " + base(memory) + ", " + wide);
    return offset == 0
        ? place.name()
        : text.give("ptr", "getelementptr i8, ptr " + place.name() + ", i64 " + offset).name();
  }

  private void check(Body body, int at, Value address, Value wide) {
    int memory = body.second(at);
    int width = body.opcode(at).width();
    List<Reach> reaches = List.of(new Reach(body.constant(at) + width, width));
    if (!isWide(memory) && AccessesAhead.isLoad(body.opcode(at))) {
      reaches = AccessesAhead.of(body, at, address, known, values);
    }
    long extent = reaches.get(reaches.size() - 1).extent();
    Value end = end(memory, wide, String.valueOf(extent));
    Value size = size(memory);
    // Where addresses have 64 bits an offset may be such that nothing is there.
    boolean isNowhere = Long.compareUnsigned(extent, body.constant(at)) < 0;
    String isPast = isNowhere ? "true" : isPast(memory, wide, end, size);
    text.accessTrapIf(isPast, end.name(), reaches, wide, size.name());
    known.check(memory, address, new Known.Checked(wide, isNowhere ? 0 : extent));
  }
}
