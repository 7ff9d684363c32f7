package org.dylink.machine.llvm;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Operands of x86-64 as Intel writes them. */
final class X86Operands {
  static final List<String> REGISTERS =
      List.of(
          "rax", "rcx", "rdx", "rbx", "rsp", "rbp", "rsi", "rdi", "r8", "r9", "r10", "r11", "r12",
          "r13", "r14", "r15");

  private static final Pattern ADDRESS =
      Pattern.compile("(?:(byte|word|dword|qword|xmmword) ptr )?(?:(\\w+):)?\\[(.*)\\]");
  private static final Pattern PART = Pattern.compile("([+-]?) ?(?:(\\d)\\*)?(-?\\w+) ?");

  private static final Map<String, String> WHOLES = new ConcurrentHashMap<>();

  private X86Operands() {}

  static boolean isMemory(String operand) {
    return operand.contains("[");
  }

  /** The whole of a register, or null if it is none of these. */
  static String register(String name) {
    String known = WHOLES.computeIfAbsent(name, key -> Objects.requireNonNullElse(whole(key), ""));
    return known.isEmpty() ? null : known;
  }

  private static String whole(String name) {
    if (name.matches("r\\d+[dwb]?")) {
      return name.replaceAll("[dwb]$", "");
    } else if (name.matches("[re](ax|cx|dx|bx|sp|bp|si|di)")) {
      return "r" + name.substring(1);
    } else if (name.matches("(ax|cx|dx|bx|sp|bp|si|di)")) {
      return "r" + name;
    } else if (name.matches("[abcd][lh]")) {
      return "r" + name.charAt(0) + "x";
    }
    return name.matches("(sp|bp|si|di)l") ? "r" + name.substring(0, 2) : null;
  }

  /** How many bits of a register, or of memory. */
  static int bits(String operand) {
    if (isMemory(operand)) {
      return 8 * bytes(operand);
    } else if (REGISTERS.contains(operand)) {
      return 64;
    } else if (operand.matches("r\\d+d|e..")) {
      return 32;
    }
    return operand.matches("r\\d+w|[abcd]x|[sb]p|[sd]i") ? 16 : 8;
  }

  /** How many bits an instruction works on. */
  static int width(List<String> operands) {
    return operands.stream()
        .filter(each -> isMemory(each) || register(each) != null)
        .mapToInt(X86Operands::bits)
        .findFirst()
        .orElse(8);
  }

  static int bytes(String operand) {
    Matcher matcher = ADDRESS.matcher(operand);
    if (!matcher.matches() || matcher.group(1) == null) {
      return 16;
    }
    return switch (matcher.group(1)) {
      case "byte" -> 1;
      case "word" -> 2;
      case "dword" -> 4;
      case "qword" -> 8;
      default -> 16;
    };
  }

  /** Where an operand lies in memory. */
  static Term address(MachineState state, Disassembly.Line line, String operand) {
    Matcher matcher = ADDRESS.matcher(operand);
    if (!matcher.matches() || matcher.group(2) != null) {
      return Term.root("mixed");
    }
    Term sum = Term.number(0);
    Matcher part = PART.matcher(matcher.group(3));
    while (part.find()) {
      Term each = part(state, line, part.group(3));
      if (part.group(2) != null) {
        each = each.times(Long.parseLong(part.group(2)));
      }
      sum = sum.plus(part.group(1).equals("-") ? each.times(-1) : each);
    }
    return sum;
  }

  private static Term part(MachineState state, Disassembly.Line line, String name) {
    if (name.equals("rip")) {
      return Term.root("image").plus(line.end());
    }
    return name.matches("-?\\d+")
        ? Term.number(Long.parseLong(name))
        : state.places.get(register(name));
  }

  /** The lower bits of a number. */
  static Term narrowed(MachineState state, Term term, int bits) {
    if (bits == 64) {
      return term;
    }
    BigInteger limit = BigInteger.ONE.shiftLeft(bits);
    if (term.isNumber() && state.most(term).compareTo(limit) < 0) {
      return term;
    } else if (term.isConstant()) {
      return Term.number(term.constant() & (limit.longValue() - 1));
    }
    String name = "{low" + bits + " " + term + "}";
    state.most.putIfAbsent(name, limit.subtract(BigInteger.ONE));
    return Term.symbol(name);
  }
}
