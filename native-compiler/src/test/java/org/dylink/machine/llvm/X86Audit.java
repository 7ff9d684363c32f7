package org.dylink.machine.llvm;

import static org.dylink.machine.llvm.X86Operands.isMemory;
import static org.dylink.machine.llvm.X86Operands.register;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dylink.engine.machine.MachineObject;
import org.dylink.engine.machine.Service;
import org.dylink.engine.machine.ThreadLayout;
import org.dylink.format.WasmModule;
import org.dylink.machine.llvm.Disassembly.Line;
import org.dylink.machine.llvm.MachineState.Condition;

/** What instructions of x86-64 do to what is known. */
final class X86Audit extends MachineAudit {
  private static final List<String> NOT_KEPT =
      List.of("rax", "rcx", "rdx", "rsi", "rdi", "r8", "r9", "r10", "r11");
  private static final Set<Term> THROWS =
      Set.of(Term.number(Service.THROW.number(0)), Term.number(Service.THROW_REF.number(0)));
  private static final Set<String> CALLED = Set.of("code", "memmove", "memset");
  private static final Pattern KEEPS_FLAGS =
      Pattern.compile(
          "push|pop|lea|not|bswap|cdqe|cdq|cqo|cwde|(set|cmov|p?shuf|punpck|pxor|padd|psub|pand"
              + "|por|cvt|v?mov).*");
  private static final Pattern DIRECT = Pattern.compile("(call|j\\w+) (-?\\d+)");

  X86Audit(MachineObject object, Disassembly code, int function, WasmModule module) {
    super(object, code, function, module);
  }

  @Override
  void enter(MachineState state) {
    X86Operands.REGISTERS.forEach(
        each -> state.places.put(each, Term.symbol("{first " + each + "}")));
    state.places.put("rdi", Term.root("context"));
    if (hasResults()) {
      state.places.put("rsi", Term.root("results"));
    }
    state.places.put("r13", Term.root("thread"));
    state.places.put("rsp", Term.root(Slots.FRAME));
  }

  @Override
  boolean ends(String text) {
    return text.startsWith("ret") || text.startsWith("jmp") || text.startsWith("ud2");
  }

  @Override
  List<Integer> targets(Line line) {
    return line.text().startsWith("j") ? direct(line) : List.of();
  }

  private static List<Integer> direct(Line line) {
    Matcher direct = DIRECT.matcher(line.text());
    return direct.matches() ? List.of(line.end() + Integer.parseInt(direct.group(2))) : List.of();
  }

  @Override
  void step(MachineState state, Line line) {
    String text = line.text();
    int space = text.indexOf(' ');
    String name = space < 0 ? text : text.substring(0, space);
    List<String> operands =
        space < 0 ? List.of() : List.of(text.substring(space + 1).split(", (?![^\\[]*\\])", -1));
    if (name.equals("call")) {
      call(state, line, operands.get(0));
    } else if (name.startsWith("j")) {
      operands.stream().filter(X86Operands::isMemory).forEach(each -> value(state, line, each));
    } else if (name.equals("ret") && !state.places.get("rsp").equals(Term.root(Slots.FRAME))) {
      find(line, "does not return to who called");
    } else if (!name.matches("lock|nop\\w*|cs|ret")) {
      Condition flags = flags(state, line, name, operands);
      write(state, line, name, operands);
      if (!KEEPS_FLAGS.matcher(name).matches()) {
        state.flags = flags;
      }
    }
  }

  private Condition flags(MachineState state, Line line, String name, List<String> operands) {
    if (operands.size() != 2 || (X86Operands.width(operands) < 32 && !name.equals("test"))) {
      return null;
    }
    switch (name) {
      case "add", "cmp" -> {
        Term own = value(state, line, operands.get(0));
        // A constant is written with its sign.
        Term first =
            X86Operands.narrowed(
                state, value(state, line, operands.get(1)), X86Operands.width(operands));
        boolean isWhole = name.equals("cmp") || X86Operands.width(operands) == 64;
        return !isWhole
            ? null
            : name.equals("cmp") ? new Condition(own, first, false) : X86Results.carry(own, first);
      }
      case "test" -> {
        return operands.get(0).equals(operands.get(1)) ? tested(state, operands.get(0)) : null;
      }
      default -> {
        return null;
      }
    }
  }

  private static Condition tested(MachineState state, String operand) {
    Condition bit = state.bits.get(register(operand));
    int bits = X86Operands.bits(operand);
    Term whole = state.places.get(register(operand));
    return bit != null && bits == 8
        ? bit
        : bits < 32
            ? null
            : new Condition(X86Operands.narrowed(state, whole, bits), Term.number(0), false);
  }

  private void write(MachineState state, Line line, String name, List<String> operands) {
    String first = operands.isEmpty() ? "rax" : operands.get(0);
    String second = operands.size() < 2 ? "0" : operands.get(1);
    if (name.equals("push")) {
      push(state, line, first);
    } else if (name.equals("pop")) {
      pop(state, line, first);
    } else if (name.matches("cmp|test|u?comis[sd]|ptest|bt")) {
      operands.forEach(each -> value(state, line, each));
    } else if (name.startsWith("set")) {
      set(state, line, name, first);
    } else if (operands.isEmpty()
        || (name.matches("i?div|i?mul") && operands.size() == 1)
        || name.startsWith("cmpxchg")) {
      implied(state, line, name, operands);
    } else if (name.matches("xchg|xadd")) {
      exchange(state, line, isMemory(first) ? first : second, isMemory(first) ? second : first);
    } else if (isMemory(first)) {
      store(state, line, name, first, second);
    } else if (register(first) != null) {
      define(state, line, first, result(state, line, name, operands));
    } else {
      operands.forEach(each -> value(state, line, each)); // of vectors
    }
  }

  private void push(MachineState state, Line line, String operand) {
    Term pushed = value(state, line, operand);
    Term end = state.places.get("rsp").plus(-8);
    state.places.put("rsp", end);
    keep(state, end, 8, pushed);
  }

  private void pop(MachineState state, Line line, String operand) {
    Term end = state.places.get("rsp");
    define(state, line, operand, load(state, line, end, 8));
    state.places.put("rsp", end.plus(8));
  }

  // What gives its results in registers that it does not name.
  private void implied(MachineState state, Line line, String name, List<String> operands) {
    if (name.startsWith("cmpxchg")) {
      store(state, line, name, operands.get(0), operands.size() > 1 ? operands.get(1) : "rcx");
    } else {
      operands.forEach(each -> value(state, line, each));
    }
    if (!name.matches("cdq|cqo|cwd")) {
      define(state, line, "rax", null);
    }
    if (!name.matches("cdqe|cwde|cbw|cmpxchg")) {
      define(state, line, "rdx", null);
    }
  }

  private void exchange(MachineState state, Line line, String place, String register) {
    if (isMemory(place)) {
      store(state, line, "xchg", place, register);
    } else {
      define(state, line, place, null);
    }
    define(state, line, register, null);
  }

  private Term result(MachineState state, Line line, String name, List<String> operands) {
    if (name.equals("lea")) {
      return X86Operands.address(state, line, operands.get(1));
    }
    boolean isAlone = operands.size() == 1;
    if (name.equals("xor") && operands.get(0).equals(operands.get(1))) {
      return Term.number(0);
    } else if (name.equals("and") && operands.get(0).equals("rsp")) {
      return Slots.align(state, state.places.get("rsp"));
    }
    Term own = value(state, line, operands.get(0));
    Term first = isAlone ? Term.number(0) : value(state, line, operands.get(1));
    if (first == null || operands.size() > 2) {
      return null;
    } else if (name.equals("and") && first.isConstant() && first.constant() >= 0) {
      return state.fresh(name(line, "and"), BigInteger.valueOf(first.constant()));
    }
    Term bounded =
        X86Results.bounded(state, name(line, name), name, own, isAlone ? Term.number(1) : first);
    return bounded != null
        ? bounded
        : X86Results.of(state, name, own, first, X86Operands.bits(operands.get(0)));
  }

  // What an operand is, as a number of 64 bits; null of a vector's register.
  private Term value(MachineState state, Line line, String operand) {
    if (isMemory(operand)) {
      int bytes = X86Operands.bytes(operand);
      Term found = load(state, line, X86Operands.address(state, line, operand), bytes);
      return found == null && bytes <= 8 ? fresh(state, line, "load", 8 * bytes) : found;
    } else if (operand.matches("-?\\d+")) {
      return Term.number(Long.parseLong(operand));
    }
    String register = register(operand);
    return register == null
        ? null
        : X86Operands.narrowed(state, state.places.get(register), X86Operands.bits(operand));
  }

  private void define(MachineState state, Line line, String name, Term value) {
    String register = register(name);
    state.bits.remove(register);
    int bits = X86Operands.bits(name);
    if (name.endsWith("l") && isByte(state, state.places.get(register)) && isByte(state, value)) {
      state.places.put(register, value);
    } else if (bits < 32 || value == null) {
      state.places.put(register, fresh(state, line, register, bits < 32 ? 64 : bits));
    } else {
      state.places.put(register, X86Operands.narrowed(state, value, bits));
    }
  }

  private static boolean isByte(MachineState state, Term term) {
    return term != null
        && term.isNumber()
        && state.most(term).compareTo(BigInteger.valueOf(256)) < 0;
  }

  // A bit, which is the whole register where that was 0.
  private void set(MachineState state, Line line, String name, String operand) {
    if (isMemory(operand)) {
      store(state, line, name, operand, "0");
      return;
    }
    String register = register(operand);
    boolean isWhole = Term.number(0).equals(state.places.get(register));
    Condition flags = state.flags;
    define(state, line, operand, null);
    if (isWhole) {
      state.places.put(register, state.fresh(name(line, register), BigInteger.ONE));
    }
    if (name.equals("setb") && flags != null && flags.isCarry()) {
      state.bits.put(register, flags);
    }
  }

  private void store(MachineState state, Line line, String name, String operand, String value) {
    Term at = X86Operands.address(state, line, operand);
    int bytes = X86Operands.bytes(operand);
    Term whole = value(state, line, value);
    Term stored =
        whole != null && whole.isConstant() && bytes < 8
            ? X86Operands.narrowed(state, whole, 8 * bytes)
            : whole;
    store(state, line, at, bytes, stored);
    if (!name.equals("mov")) {
      load(state, line, at, bytes);
    }
    keep(state, at, bytes, name.equals("mov") && bytes >= 4 ? stored : null);
  }

  private void call(MachineState state, Line line, String target) {
    Term at = isMemory(target) ? X86Operands.address(state, line, target) : null;
    Term callee = at != null ? load(state, line, at, 8) : state.places.get(target);
    if (!direct(line).stream().allMatch(this::isEntry)) {
      find(line, "goes into a function");
    } else if (direct(line).isEmpty() && (callee == null || !CALLED.contains(callee.root()))) {
      find(line, "not known as a function");
    } else if (callee != null && callee.root().matches("memmove|memset")) {
      checkCopy(state, line, callee.root().equals("memmove"), List.of("rdi", "rsi", "rdx"));
    }
    if (THROWS.contains(state.places.get("rdi"))
        && direct(line).stream().anyMatch(this::isOutside)) {
      state.isReached = false; // the service does not come back
    } else {
      boolean keepsAll = direct(line).stream().anyMatch(this::keepsAll);
      afterCall(state, line, keepsAll ? List.of("r11") : NOT_KEPT);
    }
  }

  // One of LLVM's preserve_all: it begins by saving what others do not.
  private boolean keepsAll(int callee) {
    Line at = code.line(callee);
    for (String each : List.of("push rbp", "mov rbp, rsp", "push r10", "push r9", "push r8")) {
      if (!at.text().equals(each)) {
        return false;
      }
      at = code.line(at.end());
    }
    return true;
  }

  @Override
  boolean comesBack(Line line) {
    List<Integer> target = line.text().startsWith("call") ? direct(line) : List.of();
    if (target.isEmpty()) {
      return true;
    }
    Line first = code.line(target.get(0));
    String text = first.text();
    return !text.equals("mov dword ptr [r13 + " + ThreadLayout.TRAP + "], edi")
        && !text.equals("mov rdi, qword ptr [r13 + " + ThreadLayout.HANDLER + "]")
        && !(text.equals("mov rsi, rdi") && isAccessTrap(code.line(first.end())));
  }

  private boolean isAccessTrap(Line line) {
    return line.text().matches("mov edi, \\d+")
        && code.line(line.end()).text().matches("mov edx, \\d+");
  }

  @Override
  boolean isTailCall(MachineState state, Line line) {
    String target = line.text().replace("jmp ", "");
    Term at =
        isMemory(target)
            ? load(state, line, X86Operands.address(state, line, target), 8)
            : state.places.get(target);
    return !direct(line).isEmpty() || (at != null && at.root().equals("code"));
  }

  @Override
  List<Integer> table(MachineState state, Line line) {
    Term at = state.places.get(line.text().replace("jmp ", ""));
    List<Integer> targets = new ArrayList<>();
    if (at != null && at.root().equals("image") && at.parts().isEmpty()) {
      targets.add((int) at.constant()); // one row of a table
    } else if (at != null && at.root().startsWith(JUMPS)) {
      int from = (int) at.constant();
      for (int i = 0; i < Integer.parseInt(at.root().substring(JUMPS.length())); i++) {
        targets.add(from + word(from + 4 * i));
      }
    }
    return targets;
  }

  @Override
  void branch(MachineState state, String text, boolean isTaken) {
    String name = text.substring(1, text.indexOf(' '));
    Condition flags = state.flags;
    if (flags == null) {
      return;
    }
    String holds = isTaken ? name : opposite(name);
    if (flags.isCarry()) {
      if (holds.equals("ae") || holds.equals("e")) {
        state.sum(flags.left(), flags.right());
      }
      return;
    }
    switch (holds) {
      case "e" -> equal(state, flags.left(), flags.right());
      case "ne" -> different(state, flags.left(), flags.right());
      case "be" -> atMost(state, flags.left(), flags.right(), 0);
      case "b" -> atMost(state, flags.left(), flags.right(), 1);
      case "ae" -> atMost(state, flags.right(), flags.left(), 0);
      case "a" -> atMost(state, flags.right(), flags.left(), 1);
      default -> {} // of signed numbers
    }
  }

  private static String opposite(String name) {
    return switch (name) {
      case "a" -> "be";
      case "ae" -> "b";
      case "b" -> "ae";
      case "be" -> "a";
      case "e" -> "ne";
      case "ne" -> "e";
      default -> "";
    };
  }
}
