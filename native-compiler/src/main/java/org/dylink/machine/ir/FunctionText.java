package org.dylink.machine.ir;

import java.util.List;
import org.dylink.engine.machine.TrapCode;
import org.dylink.format.ValueType;
import org.dylink.machine.ir.AccessesAhead.Reach;

/** Writes the instructions of one function, with names for what they give. */
final class FunctionText {
  /** A value, and its type in the representation. */
  record Value(String type, String name) {
    @Override
    public String toString() {
      return type + " " + name;
    }
  }

  /** Follows what lies where the guest cannot write: it is no alias of the guest's memory. */
  static final String HOST = ", !tbaa !3";

  /** Follows what lies in the guest's memory. */
  static final String GUEST = ", !tbaa !4";

  /** Follows what never changes while the function runs. */
  static final String CONSTANT = ", !invariant.load !6, !tbaa !3";

  static final String RARELY = ", !prof !5";

  private final Machine machine;
  private boolean callsC;
  private final StringBuilder entry = new StringBuilder();
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder traps = new StringBuilder();
  private int names;
  private int room;
  private String label = "entry";

  FunctionText(Machine machine) {
    this.machine = machine;
  }

  /** What the function is to run on. */
  Machine machine() {
    return machine;
  }

  /** A name that no other value has. */
  String fresh() {
    return "%v" + names++;
  }

  /** A label that no other block has. */
  String freshLabel() {
    return "b" + names++;
  }

  void line(String instruction) {
    text.append("  ").append(instruction).append('\n');
  }

  /** Writes an instruction, and gives its result a name. */
  Value give(String type, String instruction) {
    String name = fresh();
    text.append("  ").append(name).append(" = ").append(instruction).append('\n');
    return new Value(type, name);
  }

  /** Begins a block. */
  void begin(String block) {
    text.append(block).append(":\n");
    label = block;
  }

  /** Puts an instruction before the first one of the function. */
  void first(String instruction) {
    entry.append("  ").append(instruction).append('\n');
  }

  /** The block that is being written. */
  String label() {
    return label;
  }

  /** A word of the context that never changes. */
  Value word(String base, int offset, String type) {
    Value address = give("ptr", "getelementptr i8, ptr " + base + ", i64 " + offset);
    return give(type, "load " + type + ", ptr " + address.name() + CONSTANT);
  }

  Value load(String type, String address, int offset) {
    Value at = give("ptr", "getelementptr i8, ptr " + address + ", i64 " + offset);
    return give(type, "load " + type + ", ptr " + at.name() + HOST);
  }

  void store(Value value, String address, int offset) {
    Value at = give("ptr", "getelementptr i8, ptr " + address + ", i64 " + offset);
    line("store " + value + ", " + at + HOST);
  }

  /** Gives up if something holds; goes on in a block of its own if not. */
  void trapIf(String condition, TrapCode code, String first, String second) {
    String trap = freshLabel();
    String next = freshLabel();
    line("br i1 " + condition + ", label %" + trap + ", label %" + next + RARELY);
    traps.append(trap).append(":\n  ").append(trapCall(code, first, second));
    traps.append("\n  unreachable\n");
    begin(next);
  }

  /**
   * Gives up if the last of some accesses ends too far out, and tells of the first that does. What
   * is called for each width takes little code.
   *
   * @param end where the last one ends
   */
  void accessTrapIf(String condition, String end, List<Reach> reaches, Value wide, String size) {
    String trap = freshLabel();
    String next = freshLabel();
    line("br i1 " + condition + ", label %" + trap + ", label %" + next + RARELY);
    int last = reaches.size() - 1;
    for (Reach each : reaches.subList(0, last)) {
      trap = accessTrapUnless(trap, each, wide, size);
    }
    accessTrap(trap, end, reaches.get(last).width());
    begin(next);
  }

  // Gives the block where those behind it are looked at.
  private String accessTrapUnless(String block, Reach reach, Value wide, String size) {
    String end = fresh();
    String isPast = fresh();
    String trap = freshLabel();
    String next = freshLabel();
    traps.append(block).append(":\n  ");
    traps.append(end + " = add nuw nsw " + wide + ", " + reach.extent() + "\n  ");
    traps.append(isPast + " = icmp ult i64 " + size + ", " + end + "\n  ");
    traps.append("br i1 " + isPast + ", label %" + trap + ", label %" + next + "\n");
    accessTrap(trap, end, reach.width());
    return next;
  }

  private void accessTrap(String block, String end, int width) {
    traps.append(block).append(":\n  call void @dylink_trap_").append(width).append("(i64 ");
    traps.append(end).append(", ptr swiftself %t) #1\n  unreachable\n");
  }

  /** Gives up. */
  void trap(TrapCode code) {
    line(trapCall(code, "0", "0"));
    line("unreachable");
  }

  private static String trapCall(TrapCode code, String first, String second) {
    return "call void @dylink_trap(i32 "
        + code.number()
        + ", i64 "
        + first
        + ", i64 "
        + second
        + ", ptr swiftself %t) #1";
  }

  /** Room for values that several blocks give. */
  List<Value> slots(ValueType[] types) {
    return java.util.Arrays.stream(types)
        .map(
            type -> {
              String name = fresh();
              first(name + " = alloca " + IrTypes.of(type));
              return new Value(IrTypes.of(type), name);
            })
        .toList();
  }

  /** Words for what a function that is called gives, which are read before the next call. */
  String room(int words) {
    room = Math.max(room, words);
    return "%room";
  }

  /** Calls Java; arguments lie in words, and what it answers takes their place. */
  void service(long number, String arguments) {
    line("call void @dylink_service(i64 " + number + ", ptr " + arguments + ", ptr swiftself %t)");
  }

  /** A call of a function of C. */
  String callOfC(String result, String function, String arguments) {
    callsC = true;
    return "call " + machine.convention() + result + " " + function + "(" + arguments + ")";
  }

  /** What the function's definition says beside its attributes. */
  String alignment() {
    return callsC ? Machine.ALIGNED : "";
  }

  /**
   * Asks Java whether to go on, which changes neither registers nor memory.
   *
   * @param about {@code poll}: whether the program is to stop; {@code room}, {@code large}: that,
   *     and whether the stack has room for this frame
   * @param size what else is asked with, and a comma
   */
  void ask(String about, String size) {
    line("call preserve_allcc void @dylink_ask_" + about + "(" + size + "ptr swiftself %t) #5");
  }

  /** All of it, from the first block to the last. */
  String body() {
    String words = room == 0 ? "" : "  %room = alloca [" + room + " x i64], align 8\n";
    return "entry:\n" + words + entry + text + traps;
  }
}
