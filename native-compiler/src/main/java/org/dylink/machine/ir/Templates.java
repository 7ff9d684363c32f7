package org.dylink.machine.ir;

import java.util.EnumMap;
import java.util.Map;
import org.dylink.engine.jvm.code.Opcode;

/**
 * What instructions on numbers become: steps that {@code ;} parts, of which the last gives the
 * result. {@code $0} and {@code $1} are the operands, {@code $a} to {@code $c} what a step gives to
 * later ones, {@code T} the type and {@code N} the bits of it.
 */
final class Templates {
  private static final Map<Opcode, String> ALL = new EnumMap<>(Opcode.class);

  static {
    for (String bits : new String[] {"32", "64"}) {
      integers(bits);
      floats(bits);
      saturations(bits);
    }
    conversions();
  }

  private Templates() {}

  /** The steps, or null for an instruction that is no row of this table. */
  static String of(Opcode opcode) {
    return ALL.get(opcode);
  }

  private static void row(String name, String template) {
    ALL.put(Opcode.valueOf(name), template);
  }

  private static void integers(String bits) {
    String at = "I" + bits + "_";
    compare(at, "i" + bits, "icmp", "EQ eq", "NE ne", "LT_S slt", "LT_U ult");
    compare(at, "i" + bits, "icmp", "GT_S sgt", "GT_U ugt", "LE_S sle", "LE_U ule");
    compare(at, "i" + bits, "icmp", "GE_S sge", "GE_U uge");
    integer(bits, "EQZ", "$a = icmp eq T $0, 0; zext i1 $a to i32");
    integer(bits, "CLZ", "call T @llvm.ctlz.T(T $0, i1 false)");
    integer(bits, "CTZ", "call T @llvm.cttz.T(T $0, i1 false)");
    integer(bits, "POPCNT", "call T @llvm.ctpop.T(T $0)");
    for (String each : new String[] {"ADD", "SUB", "MUL", "AND", "OR", "XOR"}) {
      integer(bits, each, each.toLowerCase(java.util.Locale.ROOT) + " T $0, $1");
    }
    // A count is taken modulo the bits; LLVM's would be poison.
    integer(bits, "SHL", "$a = and T $1, M; shl T $0, $a");
    integer(bits, "SHR_S", "$a = and T $1, M; ashr T $0, $a");
    integer(bits, "SHR_U", "$a = and T $1, M; lshr T $0, $a");
    integer(bits, "ROTL", "call T @llvm.fshl.T(T $0, T $0, T $1)");
    integer(bits, "ROTR", "call T @llvm.fshr.T(T $0, T $0, T $1)");
    integer(bits, "EXTEND8_S", "$a = trunc T $0 to i8; sext i8 $a to T");
    integer(bits, "EXTEND16_S", "$a = trunc T $0 to i16; sext i16 $a to T");
  }

  private static void integer(String bits, String name, String template) {
    String mask = String.valueOf(Integer.parseInt(bits) - 1);
    row("I" + bits + "_" + name, template.replace("T", "i" + bits).replace("M", mask));
  }

  private static void compare(String at, String type, String instruction, String... pairs) {
    for (String pair : pairs) {
      String[] parts = pair.split(" ", -1);
      String test = instruction + " " + parts[1] + " " + type;
      row(at + parts[0], "$a = " + test + " $0, $1; zext i1 $a to i32");
    }
  }

  private static void floats(String bits) {
    String at = "F" + bits + "_";
    String type = bits.equals("32") ? "float" : "double";
    compare(at, type, "fcmp", "EQ oeq", "NE une", "LT olt", "GT ogt", "LE ole", "GE oge");
    for (String each : new String[] {"ADD", "SUB", "MUL", "DIV"}) {
      row(at + each, "f" + each.toLowerCase(java.util.Locale.ROOT) + " " + type + " $0, $1");
    }
    row(at + "NEG", "fneg " + type + " $0");
    unary(at, type, "ABS fabs", "CEIL ceil", "FLOOR floor", "TRUNC trunc", "SQRT sqrt");
    unary(at, type, "NEAREST roundeven");
    row(at + "COPYSIGN", intrinsic("copysign", type) + type + " $0, " + type + " $1)");
    for (String pair : new String[] {"MIN minimum", "MAX maximum"}) {
      String[] parts = pair.split(" ", -1);
      // LLVM's may give a NaN back as it is; a sum makes it quiet.
      row(
          at + parts[0],
          "$a = fcmp uno T $0, $1; $b = fadd T $0, $1; $c = ".replace("T", type)
              + intrinsic(parts[1], type)
              + "T $0, T $1); select i1 $a, T $b, T $c".replace("T", type));
    }
  }

  private static void unary(String at, String type, String... pairs) {
    for (String pair : pairs) {
      String[] parts = pair.split(" ", -1);
      row(at + parts[0], intrinsic(parts[1], type) + type + " $0)");
    }
  }

  private static String intrinsic(String name, String type) {
    return "call " + type + " @llvm." + name + (type.equals("float") ? ".f32(" : ".f64(");
  }

  private static void saturations(String bits) {
    for (String from : new String[] {"32", "64"}) {
      String type = from.equals("32") ? "float" : "double";
      for (String sign : new String[] {"S", "U"}) {
        String name = sign.equals("S") ? "fptosi" : "fptoui";
        row(
            "I" + bits + "_TRUNC_SAT_F" + from + "_" + sign,
            "call i" + bits + " @llvm." + name + ".sat.i" + bits + ".f" + from + "(" + type
                + " $0)");
        String convert = sign.equals("S") ? "sitofp" : "uitofp";
        row(
            "F" + from + "_CONVERT_I" + bits + "_" + sign,
            convert + " i" + bits + " $0 to " + type);
      }
    }
  }

  private static void conversions() {
    row("I32_WRAP_I64", "trunc i64 $0 to i32");
    row("I64_EXTEND_I32_S", "sext i32 $0 to i64");
    row("I64_EXTEND_I32_U", "zext i32 $0 to i64");
    row("I64_EXTEND32_S", "$a = trunc i64 $0 to i32; sext i32 $a to i64");
    // Of a number that was made longer before, LLVM would give back the shorter one as it is.
    row(
        "F32_DEMOTE_F64",
        "$a = fptrunc double $0 to float; call float @llvm.canonicalize.f32(float $a)");
    row("F64_PROMOTE_F32", "fpext float $0 to double");
    row("I32_REINTERPRET_F32", "bitcast float $0 to i32");
    row("I64_REINTERPRET_F64", "bitcast double $0 to i64");
    row("F32_REINTERPRET_I32", "bitcast i32 $0 to float");
    row("F64_REINTERPRET_I64", "bitcast i64 $0 to double");
    row("REF_IS_NULL", "$a = icmp eq ptr $0, null; zext i1 $a to i32");
  }
}
