package org.dylink.machine.ir;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dylink.engine.jvm.code.Opcode;

/**
 * What instructions on vectors become, as in {@link Templates}. A vector is {@code V}, two numbers
 * of 64 bits; a row names the lanes that it sees, and {@code $x}, {@code $y} and {@code $z} are the
 * operands as those. {@code L} is the lanes' type. What its last step gives, of the type that
 * stands before the row's colon, becomes a vector again.
 */
final class VectorTemplates {
  static final String VECTOR = "<2 x i64>";

  private static final Map<Opcode, String> ALL = new EnumMap<>(Opcode.class);

  // Each kind of processor has an instruction of its own.
  private static final Set<Opcode> SWIZZLES =
      EnumSet.of(Opcode.I8X16_SWIZZLE, Opcode.I8X16_RELAXED_SWIZZLE);

  static {
    bits();
    for (int bits = 8; bits <= 64; bits *= 2) {
      comparisons(LaneTypes.integers(bits));
      arithmetic(LaneTypes.integers(bits));
      tests(LaneTypes.integers(bits));
    }
    saturating(LaneTypes.integers(8));
    saturating(LaneTypes.integers(16));
    WideningTemplates.add();
    FloatLaneTemplates.add();
    RelaxedTemplates.addTo(ALL);
  }

  private VectorTemplates() {}

  /** The steps, or null for an instruction that is no row of this table. */
  static String of(Opcode opcode, Machine machine) {
    String bytes = LaneTypes.integers(8).type();
    return SWIZZLES.contains(opcode) ? row(bytes, bytes, machine.swizzle()) : ALL.get(opcode);
  }

  /** Puts down a row of an instruction on lanes. */
  static void row(LaneTypes lanes, String name, String type, String steps) {
    ALL.put(Opcode.valueOf(lanes.name() + "_" + name), row(lanes.type(), type, steps));
  }

  /**
   * A row's steps, with those that make lanes of operands before and a vector of the result behind.
   *
   * @param lanes the type of the lanes of operands
   * @param type the type of the result
   */
  static String row(String lanes, String type, String steps) {
    StringBuilder all = new StringBuilder();
    String[] operands = {"$x", "$y", "$z"};
    for (int i = 0; i < operands.length; i++) {
      if (steps.contains(operands[i])) {
        all.append(operands[i]).append(" = bitcast ").append(VECTOR).append(" $").append(i);
        all.append(" to ").append(lanes).append("; ");
      }
    }
    int last = steps.lastIndexOf("; ") + 1;
    String before = steps.substring(0, last);
    String result = steps.substring(last).trim();
    String whole = before + (last > 0 ? " " : "") + "$r = " + result + "; ";
    return all
        + whole.replace("L", lanes)
        + "bitcast "
        + type.replace("L", lanes)
        + " $r to "
        + VECTOR;
  }

  // A number, not a vector, is what these give.
  private static void test(LaneTypes lanes, String name, String steps) {
    String operand = "$x = bitcast " + VECTOR + " $0 to " + lanes.type() + "; ";
    String truth = "B";
    ALL.put(
        Opcode.valueOf(lanes.name() + "_" + name),
        operand
            + steps
                .replace("L", lanes.type())
                .replace(truth, lanes.truth())
                .replace("N", "i" + lanes.count()));
  }

  private static void bits() {
    ALL.put(Opcode.V128_NOT, "xor V $0, <i64 -1, i64 -1>".replace("V", VECTOR));
    ALL.put(Opcode.V128_AND, "and V $0, $1".replace("V", VECTOR));
    ALL.put(Opcode.V128_OR, "or V $0, $1".replace("V", VECTOR));
    ALL.put(Opcode.V128_XOR, "xor V $0, $1".replace("V", VECTOR));
    ALL.put(
        Opcode.V128_ANDNOT, "$a = xor V $1, <i64 -1, i64 -1>; and V $0, $a".replace("V", VECTOR));
    ALL.put(Opcode.V128_BITSELECT, select());
    ALL.put(
        Opcode.V128_ANY_TRUE,
        "$a = bitcast V $0 to i128; $b = icmp ne i128 $a, 0; zext i1 $b to i32"
            .replace("V", VECTOR));
  }

  /** Bits of the first operand where the third is set, of the second elsewhere. */
  static String select() {
    return "$a = xor V $0, $1; $b = and V $a, $2; xor V $b, $1".replace("V", VECTOR);
  }

  private static void comparisons(LaneTypes lanes) {
    for (String each : new String[] {"EQ eq", "NE ne", "LT slt", "GT sgt", "LE sle", "GE sge"}) {
      String[] parts = each.split(" ", -1);
      boolean isOrder = parts[1].length() == 3;
      String name = isOrder ? parts[0] + "_S" : parts[0];
      compare(lanes, name, "icmp " + parts[1]);
      if (isOrder && lanes.count() > 2) {
        compare(lanes, parts[0] + "_U", "icmp u" + parts[1].substring(1));
      }
    }
  }

  static void compare(LaneTypes lanes, String name, String test) {
    String ones = LaneTypes.integers(lanes.bits()).type();
    row(lanes, name, ones, "$a = " + test + " L $x, $y; sext " + lanes.truth() + " $a to " + ones);
  }

  private static void arithmetic(LaneTypes lanes) {
    String suffix = lanes.suffix();
    row(lanes, "ABS", "L", "call L @llvm.abs." + suffix + "(L $x, i1 false)");
    row(lanes, "NEG", "L", "sub L zeroinitializer, $x");
    row(lanes, "ADD", "L", "add L $x, $y");
    row(lanes, "SUB", "L", "sub L $x, $y");
    if (lanes.bits() > 8) {
      row(lanes, "MUL", "L", "mul L $x, $y");
    } else {
      row(lanes, "POPCNT", "L", "call L @llvm.ctpop.v16i8(L $x)");
    }
    if (lanes.bits() < 64) {
      for (String each : new String[] {"MIN_S", "MIN_U", "MAX_S", "MAX_U"}) {
        String name = (each.charAt(4) + each.substring(0, 3)).toLowerCase(Locale.ROOT);
        row(lanes, each, "L", "call L @llvm." + name + "." + suffix + "(L $x, L $y)");
      }
    }
    shift(lanes, "SHL", "shl");
    shift(lanes, "SHR_S", "ashr");
    shift(lanes, "SHR_U", "lshr");
  }

  private static void shift(LaneTypes lanes, String name, String instruction) {
    String element = lanes.element();
    String count = lanes.bits() == 64 ? "zext" : lanes.bits() == 32 ? "bitcast" : "trunc";
    row(
        lanes,
        name,
        "L",
        ("$a = and i32 $1, M; $b = C i32 $a to E; "
                    + "$c = insertelement L poison, E $b, i32 0; "
                    + "$d = shufflevector L $c, L poison, <K x i32> zeroinitializer; ")
                .replace("M", String.valueOf(lanes.bits() - 1))
                .replace("C", count)
                .replace("K", String.valueOf(lanes.count()))
                .replace("E", element)
            + instruction
            + " L $x, $d");
  }

  private static void tests(LaneTypes lanes) {
    test(
        lanes,
        "ALL_TRUE",
        "$a = icmp ne L $x, zeroinitializer; $b = bitcast B $a to N; "
            + "$c = icmp eq N $b, -1; zext i1 $c to i32");
    test(
        lanes,
        "BITMASK",
        "$a = icmp slt L $x, zeroinitializer; $b = bitcast B $a to N; zext N $b to i32");
  }

  private static void saturating(LaneTypes lanes) {
    for (String each : new String[] {"ADD", "SUB"}) {
      for (String sign : new String[] {"S", "U"}) {
        String name = (sign + each).toLowerCase(Locale.ROOT) + ".sat." + lanes.suffix();
        row(lanes, each + "_SAT_" + sign, "L", "call L @llvm." + name + "(L $x, L $y)");
      }
    }
    String wide = "<" + lanes.count() + " x i" + 2 * lanes.bits() + ">";
    row(
        lanes,
        "AVGR_U",
        "L",
        ("$a = zext L $x to W; $b = zext L $y to W; $c = add W $a, $b; "
                + "$d = add W $c, splat (iK 1); $e = lshr W $d, splat (iK 1); trunc W $e to L")
            .replace("W", wide)
            .replace("K", String.valueOf(2 * lanes.bits())));
  }

  static void put(String name, String steps) {
    ALL.put(Opcode.valueOf(name), steps);
  }
}
