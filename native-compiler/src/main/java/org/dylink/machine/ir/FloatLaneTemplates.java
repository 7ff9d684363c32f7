package org.dylink.machine.ir;

import java.util.Locale;

/** Rows of {@link VectorTemplates} on floating-point numbers, and conversions of them. */
final class FloatLaneTemplates {
  private FloatLaneTemplates() {}

  static void add() {
    floats(LaneTypes.FLOATS);
    floats(LaneTypes.DOUBLES);
    conversions();
  }

  private static void floats(LaneTypes lanes) {
    String suffix = lanes.suffix();
    for (String each : new String[] {"EQ oeq", "NE une", "LT olt", "GT ogt", "LE ole", "GE oge"}) {
      String[] parts = each.split(" ", -1);
      VectorTemplates.compare(lanes, parts[0], "fcmp " + parts[1]);
    }
    for (String each : new String[] {"ADD", "SUB", "MUL", "DIV"}) {
      String result = "f" + each.toLowerCase(Locale.ROOT) + " L $x, $y";
      VectorTemplates.row(lanes, each, "L", result);
    }
    VectorTemplates.row(lanes, "NEG", "L", "fneg L $x");
    for (String each :
        new String[] {
          "ABS fabs", "CEIL ceil", "FLOOR floor", "TRUNC trunc", "SQRT sqrt", "NEAREST roundeven"
        }) {
      String[] parts = each.split(" ", -1);
      VectorTemplates.row(
          lanes, parts[0], "L", "call L @llvm." + parts[1] + "." + suffix + "(L $x)");
    }
    for (String each : new String[] {"MIN minimum", "MAX maximum"}) {
      String[] parts = each.split(" ", -1);
      VectorTemplates.row(
          lanes,
          parts[0],
          "L",
          "$a = fcmp uno L $x, $y; $b = fadd L $x, $y; $c = call L @llvm."
              + parts[1]
              + "."
              + suffix
              + "(L $x, L $y); select "
              + lanes.truth()
              + " $a, L $b, L $c");
    }
    String choose = " L $y, $x; select " + lanes.truth() + " $a, L $y, L $x";
    VectorTemplates.row(lanes, "PMIN", "L", "$a = fcmp olt" + choose);
    VectorTemplates.row(lanes, "PMAX", "L", "$a = fcmp ogt" + choose);
  }

  private static void conversions() {
    String low = "shufflevector L $x, L poison, <2 x i32> <i32 0, i32 1>";
    String zeros = ", <2 x i32> zeroinitializer, <4 x i32> <i32 0, i32 1, i32 2, i32 3>";
    for (String sign : new String[] {"S", "U"}) {
      String to = sign.equals("S") ? "fptosi" : "fptoui";
      String from = sign.equals("S") ? "sitofp" : "uitofp";
      VectorTemplates.put(
          "I32X4_TRUNC_SAT_F32X4_" + sign,
          VectorTemplates.row(
              LaneTypes.FLOATS.type(),
              "<4 x i32>",
              "call <4 x i32> @llvm." + to + ".sat.v4i32.v4f32(L $x)"));
      VectorTemplates.put(
          "I32X4_TRUNC_SAT_F64X2_" + sign + "_ZERO",
          VectorTemplates.row(
              LaneTypes.DOUBLES.type(),
              "<4 x i32>",
              "$a = call <2 x i32> @llvm."
                  + to
                  + ".sat.v2i32.v2f64(L $x); shufflevector <2 x i32> $a"
                  + zeros));
      VectorTemplates.put(
          "F32X4_CONVERT_I32X4_" + sign,
          VectorTemplates.row("<4 x i32>", LaneTypes.FLOATS.type(), from + " L $x to <4 x float>"));
      VectorTemplates.put(
          "F64X2_CONVERT_LOW_I32X4_" + sign,
          VectorTemplates.row(
              "<4 x i32>",
              LaneTypes.DOUBLES.type(),
              "$a = " + low + "; " + from + " <2 x i32> $a to <2 x double>"));
    }
    VectorTemplates.put(
        "F64X2_PROMOTE_LOW_F32X4",
        VectorTemplates.row(
            LaneTypes.FLOATS.type(),
            LaneTypes.DOUBLES.type(),
            "$a = " + low + "; fpext <2 x float> $a to <2 x double>"));
    VectorTemplates.put(
        "F32X4_DEMOTE_F64X2_ZERO",
        VectorTemplates.row(
            LaneTypes.DOUBLES.type(),
            LaneTypes.FLOATS.type(),
            // As with one number, LLVM would give back a shorter one that was made longer before.
            "$a = fptrunc L $x to <2 x float>; $b = fcmp uno <2 x float> $a, $a; "
                + "$c = fadd <2 x float> $a, $a; "
                + "$d = select <2 x i1> $b, <2 x float> $c, <2 x float> $a; "
                + "shufflevector <2 x float> $d, <2 x float> zeroinitializer, "
                + "<4 x i32> <i32 0, i32 1, i32 2, i32 3>"));
  }
}
