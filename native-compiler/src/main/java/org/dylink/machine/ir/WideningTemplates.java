package org.dylink.machine.ir;

/** Rows of {@link VectorTemplates} whose result has lanes of another width. */
final class WideningTemplates {
  private WideningTemplates() {}

  static void add() {
    for (int bits = 8; bits <= 32; bits *= 2) {
      widening(LaneTypes.integers(bits));
    }
    narrowing(LaneTypes.integers(16));
    narrowing(LaneTypes.integers(32));
    products();
  }

  // Of lanes to those that are twice as wide: halves of them, sums of neighbours, products.
  private static void widening(LaneTypes from) {
    LaneTypes to = from.halfAsMany();
    String half = "<" + to.count() + " x " + from.element() + ">";
    for (String sign : new String[] {"S", "U"}) {
      String extend = sign.equals("S") ? "sext " : "zext ";
      for (String part : new String[] {"LOW", "HIGH"}) {
        int first = part.equals("LOW") ? 0 : to.count();
        String lanes = picked(to.count(), first, 1);
        String one = "shufflevector L $x, L poison, " + lanes;
        String other = "shufflevector L $y, L poison, " + lanes;
        VectorTemplates.put(
            to.name() + "_EXTEND_" + part + "_" + from.name() + "_" + sign,
            VectorTemplates.row(
                from.type(),
                to.type(),
                "$a = " + one + "; " + extend + half + " $a to " + to.type()));
        VectorTemplates.put(
            to.name() + "_EXTMUL_" + part + "_" + from.name() + "_" + sign,
            VectorTemplates.row(
                from.type(),
                to.type(),
                "$a = O; $b = P; $c = EH $a to W; $d = EH $b to W; mul W $c, $d"
                    .replace("EH", extend + half)
                    .replace("W", to.type())
                    .replace("O", one)
                    .replace("P", other)));
      }
      if (from.bits() < 32) {
        VectorTemplates.put(
            to.name() + "_EXTADD_PAIRWISE_" + from.name() + "_" + sign,
            VectorTemplates.row(from.type(), to.type(), pairs(from, "$x", extend)));
      }
    }
  }

  // Numbers of lanes.
  private static String picked(int count, int first, int step) {
    StringBuilder numbers = new StringBuilder("<" + count + " x i32> <");
    for (int i = 0; i < count; i++) {
      numbers.append(i == 0 ? "i32 " : ", i32 ").append(first + step * i);
    }
    return numbers.append('>').toString();
  }

  private static String pairs(LaneTypes from, String operand, String extend) {
    LaneTypes to = from.halfAsMany();
    String half = "<" + to.count() + " x " + from.element() + ">";
    return ("$a = shufflevector L O, L poison, FIRST; $b = shufflevector L O, L poison, NEXT; "
            + "$c = EH $a to W; $d = EH $b to W; add W $c, $d")
        .replace("FIRST", picked(to.count(), 0, 2))
        .replace("NEXT", picked(to.count(), 1, 2))
        .replace("EH", extend + half)
        .replace("W", to.type())
        .replace("O", operand);
  }

  private static void narrowing(LaneTypes from) {
    LaneTypes to = LaneTypes.integers(from.bits() / 2);
    String both = "<" + to.count() + " x " + from.element() + ">";
    String suffix = "v" + to.count() + from.element();
    for (String sign : new String[] {"S", "U"}) {
      boolean isSigned = sign.equals("S");
      int least = isSigned ? -(1 << (to.bits() - 1)) : 0;
      int most = isSigned ? (1 << (to.bits() - 1)) - 1 : (1 << to.bits()) - 1;
      VectorTemplates.put(
          to.name() + "_NARROW_" + from.name() + "_" + sign,
          VectorTemplates.row(
              from.type(),
              to.type(),
              ("$a = shufflevector L $x, L $y, ALL; "
                      + "$b = call D @llvm.smax.S(D $a, D splat (E LEAST)); "
                      + "$c = call D @llvm.smin.S(D $b, D splat (E MOST)); trunc D $c to W")
                  .replace("ALL", picked(to.count(), 0, 1))
                  .replace("LEAST", String.valueOf(least))
                  .replace("MOST", String.valueOf(most))
                  .replace("D", both)
                  .replace("S", suffix)
                  .replace("E", from.element())
                  .replace("W", to.type())));
    }
  }

  private static void products() {
    VectorTemplates.row(
        LaneTypes.integers(16),
        "Q15MULR_SAT_S",
        "L",
        ("$a = sext L $x to W; $b = sext L $y to W; $c = mul W $a, $b; "
                + "$d = add W $c, splat (i32 16384); $e = ashr W $d, splat (i32 15); "
                + "$f = call W @llvm.smin.v8i32(W $e, W splat (i32 32767)); trunc W $f to L")
            .replace("W", "<8 x i32>"));
    VectorTemplates.put(
        "I32X4_DOT_I16X8_S",
        VectorTemplates.row(
            "<8 x i16>",
            "<4 x i32>",
            ("$a = sext L $x to W; $b = sext L $y to W; $c = mul W $a, $b; "
                    + "$d = shufflevector W $c, W poison, FIRST; "
                    + "$e = shufflevector W $c, W poison, NEXT; add <4 x i32> $d, $e")
                .replace("FIRST", picked(4, 0, 2))
                .replace("NEXT", picked(4, 1, 2))
                .replace("W", "<8 x i32>")));
  }
}
