package org.dylink.machine.ir;

import java.util.Map;
import org.dylink.engine.jvm.code.Opcode;

/**
 * Relaxed instructions on vectors: each does what the deterministic profile says, as with the
 * engine {@code jvm}.
 */
final class RelaxedTemplates {
  private static final String LONG_SUMS =
      "$f = add <8 x i16> $d, $e; "
          + "$g = shufflevector <8 x i16> $f, <8 x i16> poison, "
          + "<4 x i32> <i32 0, i32 2, i32 4, i32 6>; "
          + "$h = shufflevector <8 x i16> $f, <8 x i16> poison, "
          + "<4 x i32> <i32 1, i32 3, i32 5, i32 7>; "
          + "$i = sext <4 x i16> $g to <4 x i32>; $j = sext <4 x i16> $h to <4 x i32>; "
          + "$k = add <4 x i32> $i, $j; $l = bitcast <2 x i64> $2 to <4 x i32>; "
          + "add <4 x i32> $k, $l";

  private RelaxedTemplates() {}

  /** Adds them to a table that has the strict ones. */
  static void addTo(Map<Opcode, String> all) {
    same(all, "I16X8_RELAXED_Q15MULR_S", "I16X8_Q15MULR_SAT_S");
    for (String sign : new String[] {"S", "U"}) {
      same(all, "I32X4_RELAXED_TRUNC_F32X4_" + sign, "I32X4_TRUNC_SAT_F32X4_" + sign);
      String zero = "_F64X2_" + sign + "_ZERO";
      same(all, "I32X4_RELAXED_TRUNC" + zero, "I32X4_TRUNC_SAT" + zero);
    }
    for (String lanes : new String[] {"F32X4", "F64X2"}) {
      same(all, lanes + "_RELAXED_MIN", lanes + "_MIN");
      same(all, lanes + "_RELAXED_MAX", lanes + "_MAX");
    }
    for (String lanes : new String[] {"I8X16", "I16X8", "I32X4", "I64X2"}) {
      same(all, lanes + "_RELAXED_LANESELECT", "V128_BITSELECT");
    }
    all.put(
        Opcode.I16X8_RELAXED_DOT_I8X16_I7X16_S,
        VectorTemplates.row("<16 x i8>", "<8 x i16>", shortSums() + "add <8 x i16> $d, $e"));
    all.put(
        Opcode.I32X4_RELAXED_DOT_I8X16_I7X16_ADD_S,
        VectorTemplates.row("<16 x i8>", "<4 x i32>", shortSums() + LONG_SUMS));
  }

  private static void same(Map<Opcode, String> all, String relaxed, String strict) {
    all.put(Opcode.valueOf(relaxed), all.get(Opcode.valueOf(strict)));
  }

  private static String shortSums() {
    String products = "$a = sext L $x to W; $b = sext L $y to W; $c = mul W $a, $b; ";
    String even = "i32 0, i32 2, i32 4, i32 6, i32 8, i32 10, i32 12, i32 14";
    String odd = "i32 1, i32 3, i32 5, i32 7, i32 9, i32 11, i32 13, i32 15";
    return (products
            + "$d = shufflevector W $c, W poison, <8 x i32> <EVEN>; "
            + "$e = shufflevector W $c, W poison, <8 x i32> <ODD>; ")
        .replace("EVEN", even)
        .replace("ODD", odd)
        .replace("W", "<16 x i16>");
  }
}
