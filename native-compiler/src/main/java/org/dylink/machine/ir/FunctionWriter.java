package org.dylink.machine.ir;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dylink.engine.jvm.code.Body;
import org.dylink.engine.jvm.code.Immediate;
import org.dylink.engine.jvm.code.Opcode;
import org.dylink.engine.machine.ContextLayout;
import org.dylink.engine.machine.Service;
import org.dylink.engine.machine.ThreadLayout;
import org.dylink.format.ValueType;
import org.dylink.machine.ir.FunctionText.Value;

/** Writes one function: an instruction of the body after the other. */
final class FunctionWriter {
  private static final Set<Opcode> ARITHMETIC =
      EnumSet.of(
          Opcode.F32_ADD,
          Opcode.F32_SUB,
          Opcode.F32_MUL,
          Opcode.F32_DIV,
          Opcode.F64_ADD,
          Opcode.F64_SUB,
          Opcode.F64_MUL,
          Opcode.F64_DIV);

  // 0, -0, 1 and -1: an operation with one of these may be none.
  private static final Set<String> NEUTRAL = neutral();

  private final Body body;
  private final ContextLayout layout;
  private final FunctionText text;
  private final Values values = new Values();
  private final Known known;
  private final Accesses accesses;
  private final Checked checked;
  private final ControlText control;
  private final CallText calls;
  private final BulkText bulk;
  private final VectorText vectors;
  private final HandlerText handlers;
  private final HandledLocals locals;
  private final AtomicText atomics;
  private final ReferenceText references;

  FunctionWriter(Body body, ContextLayout layout, Machine machine) {
    this.body = body;
    this.layout = layout;
    this.text = new FunctionText(machine);
    this.checked = new Checked(text);
    this.known = new Known(body.locals().length);
    this.accesses = new Accesses(text, values, known, body.spaces(), layout);
    this.control = new ControlText(text, values, body, known);
    this.calls = new CallText(text, values, body, layout, control);
    this.bulk = new BulkText(text, values, body, accesses, calls);
    this.handlers = new HandlerText(text, values, body, layout, control, calls);
    this.locals = HandledLocals.of(body);
    this.atomics = new AtomicText(text, values, body, accesses, calls);
    this.references = new ReferenceText(text, values, body, control, calls);
    this.vectors = new VectorText(text, values, body, accesses);
  }

  /**
   * The function as a definition.
   *
   * @param isHidden whether nobody but the module's own code calls it
   */
  String write(boolean isHidden) {
    String given = begin();
    if (!CallText.isLeaf(body)) {
      StackCheck.write(text, 0);
    }
    String linkage = isHidden ? "internal" : "hidden";
    String attributes = InlinedFunctions.have(body) ? "#6" : "#0";
    return end(linkage, "@f" + body.function(), given, attributes);
  }

  /**
   * The function as one that looks whether there is room, and one that takes it.
   *
   * @param frame how many bytes of the stack it takes at most
   */
  String writeLarge(boolean isHidden, long frame) {
    String given = begin();
    String linkage = isHidden ? "internal" : "hidden";
    String name = "@f" + body.function();
    return LargeFunction.entry(linkage, name, body.type(), given, text.machine(), frame)
        + end("hidden", name + LargeFunction.SUFFIX, given, "#0");
  }

  // Gives what the function takes.
  private String begin() {
    Parameters parameters = new Parameters(body.type(), text.machine());
    parameters.take(text);
    writeLocals();
    if (locals.hasHandlers()) {
      text.first("%ha = getelementptr i8, ptr %t, i64 " + ThreadLayout.HANDLER);
      text.first(ControlText.HANDLER_OF_CALLER + " = load ptr, ptr %ha" + FunctionText.HOST);
    }
    return "(ptr %i"
        + Results.parameter(body.type())
        + parameters.declared()
        + ", ptr swiftself %t)";
  }

  private String end(String linkage, String name, String given, String attributes) {
    for (int at = 0; at < body.size(); at++) {
      write(at);
    }
    return "define %s tailcc %s %s%s %s %s{\n%s}\n"
        .formatted(
            linkage,
            Results.typeOf(body.type()),
            name,
            given,
            attributes,
            text.alignment(),
            text.body());
  }

  private void writeLocals() {
    ValueType[] types = body.locals();
    int parameters = body.type().params().size();
    for (int i = 0; i < types.length; i++) {
      String type = IrTypes.of(types[i]);
      text.first("%l" + i + " = alloca " + type);
      String value = i < parameters ? "%p" + i : "zeroinitializer";
      text.first("store " + type + " " + value + ", ptr %l" + i);
      if (i < parameters) {
        hold(new Value(type, value), i);
      }
    }
  }

  private void write(int at) {
    Opcode opcode = body.opcode(at);
    if (control.isDead() && !continues(opcode)) {
      return;
    }
    String template = Templates.of(opcode);
    template = template == null ? VectorTemplates.of(opcode, text.machine()) : template;
    if (template != null) {
      fill(opcode, template);
    } else if (vectors.write(at)) {
      return;
    } else if (opcode.immediate() == Immediate.MEMORY_ACCESS) {
      access(at);
    } else if (!handlers.write(at)
        && !control.write(at)
        && !calls.write(at)
        && !bulk.write(at)
        && !references.write(at)
        && !atomics.write(at)) {
      writeOther(at);
    }
  }

  // What stands behind it may be reached though nothing gets to it.
  private static boolean continues(Opcode opcode) {
    return opcode == Opcode.ELSE || opcode == Opcode.END || HandlerText.isClause(opcode);
  }

  private void fill(Opcode opcode, String template) {
    boolean isTest = opcode == Opcode.REF_IS_NULL;
    int count = isTest ? 1 : opcode.type().params().size();
    String type = isTest ? "i32" : IrTypes.of(opcode.type().results().get(0));
    List<Value> operands = values.pop(count);
    String filled = template;
    for (int i = 0; i < count; i++) {
      filled = filled.replace("$" + i, operands.get(i).name());
    }
    String[] steps = filled.split("; ", -1);
    int last = steps.length - 1;
    for (int i = 0; i < last; i++) {
      // A step names what it gives: $a, $b and so on.
      String named = steps[i].substring(0, 2);
      String name = text.fresh();
      for (int j = i; j <= last; j++) {
        steps[j] = steps[j].replace(named, name);
      }
      text.line(steps[i]);
    }
    Value result = text.give(type, steps[last]);
    values.push(needsCanonical(opcode, operands) ? canonical(result) : result);
  }

  // LLVM takes x * 1 for x, also where x is a NaN that the multiplication would have made quiet.
  private static boolean needsCanonical(Opcode opcode, List<Value> operands) {
    return ARITHMETIC.contains(opcode)
        && operands.stream().anyMatch(each -> NEUTRAL.contains(each.name()));
  }

  private static Set<String> neutral() {
    Set<String> names = new HashSet<>();
    for (double each : new double[] {0, -0.0, 1, -1}) {
      names.add(constant((float) each).name());
      names.add(constant(each).name());
    }
    return names;
  }

  private static Value constant(float value) {
    return new Value("float", "bitcast (i32 " + Float.floatToRawIntBits(value) + " to float)");
  }

  private static Value constant(double value) {
    return new Value("double", "bitcast (i64 " + Double.doubleToRawLongBits(value) + " to double)");
  }

  private Value canonical(Value value) {
    String kind = value.type().equals("float") ? "f32" : "f64";
    return text.give(
        value.type(), "call " + value.type() + " @llvm.canonicalize." + kind + "(" + value + ")");
  }

  private void access(int at) {
    if (body.opcode(at).type().results().isEmpty()) {
      Value value = values.pop();
      accesses.store(body, at, values.pop(), value);
    } else {
      values.push(accesses.load(body, at, values.pop()));
    }
  }

  private void writeOther(int at) {
    Opcode opcode = body.opcode(at);
    switch (opcode) {
      case NOP -> {}
      case DROP -> values.pop();
      case SELECT, SELECT_TYPED -> select();
      case LOCAL_GET -> values.push(local(body.index(at)));
      case LOCAL_SET -> setLocal(values.pop(), body.index(at));
      case LOCAL_TEE -> setLocal(values.top(1).get(0), body.index(at));
      case GLOBAL_GET -> globalGet(body.index(at));
      case GLOBAL_SET -> globalSet(body.index(at));
      case I32_CONST, I64_CONST, F32_CONST, F64_CONST -> constant(opcode, body.constant(at));
      default -> writeChecked(opcode);
    }
  }

  private Value local(int local) {
    Value held = known.local(local);
    if (held != null) {
      return held;
    }
    String type = IrTypes.of(body.locals()[local]);
    String load = locals.isVolatile(local) ? "load volatile " : "load ";
    Value value = text.give(type, load + type + ", ptr %l" + local);
    hold(value, local);
    return value;
  }

  private void setLocal(Value value, int local) {
    String store = locals.isVolatile(local) ? "store volatile " : "store ";
    text.line(store + value + ", ptr %l" + local);
    hold(value, local);
  }

  private void hold(Value value, int local) {
    if (!locals.isVolatile(local)) {
      known.hold(local, value);
    }
  }

  private void writeChecked(Opcode opcode) {
    String name = opcode.name();
    if (name.contains("_DIV_") || name.contains("_REM_")) {
      Value right = values.pop();
      values.push(checked.division(opcode, values.pop(), right));
    } else if (name.contains("_TRUNC_F")) {
      values.push(checked.conversion(opcode, values.pop()));
    } else {
      throw new IllegalStateException("BUG: " + opcode + " is told to be lacking nowhere");
    }
  }

  private void select() {
    Value condition = values.pop();
    Value otherwise = values.pop();
    Value then = values.pop();
    Value isSet = text.give("i1", "icmp ne " + condition + ", 0");
    values.push(text.give(then.type(), "select " + isSet + ", " + then + ", " + otherwise));
  }

  private void constant(Opcode opcode, long bits) {
    values.push(
        switch (opcode) {
          case I32_CONST -> new Value("i32", String.valueOf((int) bits));
          case I64_CONST -> new Value("i64", String.valueOf(bits));
          case F32_CONST -> new Value("float", "bitcast (i32 " + (int) bits + " to float)");
          default -> new Value("double", "bitcast (i64 " + bits + " to double)");
        });
  }

  private void globalGet(int global) {
    String type = IrTypes.of(body.spaces().global(global).value());
    if (ReferenceText.isOfHost(body.spaces().global(global).value())) {
      Value answer = calls.service(Service.GLOBAL_GET, global);
      values.push(text.give(type, "inttoptr " + answer + " to ptr"));
      return;
    }
    Value cell = text.word("%i", layout.global(global), "ptr");
    boolean isConstant = !body.spaces().global(global).mutable();
    String kind = isConstant ? FunctionText.CONSTANT : FunctionText.HOST;
    values.push(text.give(type, "load " + type + ", " + cell + kind));
  }

  private void globalSet(int global) {
    Value value = values.pop();
    if (value.type().equals("ptr")) {
      calls.service(Service.GLOBAL_SET, global, value);
    } else {
      Value cell = text.word("%i", layout.global(global), "ptr");
      text.line("store " + value + ", " + cell + FunctionText.HOST);
    }
  }
}
