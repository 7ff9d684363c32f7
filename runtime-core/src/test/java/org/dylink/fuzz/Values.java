package org.dylink.fuzz;

import java.util.List;
import java.util.stream.IntStream;
import org.dylink.format.ValueType;
import org.dylink.fuzz.Declarations.Variable;

/** Where operands come from that are not on the stack yet. */
final class Values {
  private static final List<Integer> INTERESTING =
      List.of(0, 1, -1, 2, 7, 8, 31, 32, 33, 63, 64, 255, 256, 65_535, 65_536, 1 << 30, 1 << 31);
  private static final List<Double> FLOATS =
      List.of(0.0, -0.0, 1.0, -1.5, 0.5, 2.5, 1e9, 2147483648.0, -9.3e18, 4e38, 1e-40, 1e300);

  private final Body body;
  private final Choices choices;

  Values(Body body) {
    this.body = body;
    this.choices = body.choices();
  }

  void produce(ValueType type) {
    List<Integer> locals = body.locals().of(type);
    List<Variable> globals = body.module().globals(type, false);
    int way = choices.below(8);
    if (way > 3 && !locals.isEmpty()) {
      body.code().localGet(choices.of(locals));
    } else if (way > 2 && !globals.isEmpty()) {
      body.code().globalGet(choices.of(globals).id());
    } else {
      constant(type);
    }
  }

  private void constant(ValueType type) {
    switch (type.kind()) {
      case I32 -> body.code().i32Const(integer());
      case I64 -> body.code().i64Const((long) integer() << choices.below(33));
      case F32 -> body.code().f32Const((float) number());
      case F64 -> body.code().f64Const(number());
      case V128 -> body.code().op(0xfd, 0x0c).op(vector());
      default -> reference(type);
    }
  }

  /** The bytes of a vector: one number in all lanes of a width, or two words. */
  int[] vector() {
    long word = choices.oneIn(2) ? Double.doubleToRawLongBits(number()) : repeated();
    long other = choices.oneIn(3) ? repeated() : word;
    return IntStream.range(0, 16)
        .map(i -> (int) ((i < 8 ? word : other) >>> (8 * (i & 7))) & 0xff)
        .toArray();
  }

  private long repeated() {
    long number = choices.oneIn(3) ? Float.floatToRawIntBits((float) number()) : integer();
    return switch (choices.below(4)) {
      case 0 -> (number & 0xff) * 0x0101_0101_0101_0101L;
      case 1 -> (number & 0xffff) * 0x0001_0001_0001_0001L;
      case 2 -> (number & 0xffff_ffffL) * 0x0000_0001_0000_0001L;
      default -> number;
    };
  }

  private void reference(ValueType type) {
    if (type == ValueType.FUNCREF) {
      function();
    } else {
      body.code().refNull(type);
    }
  }

  private void function() {
    if (choices.oneIn(4)) {
      body.code().refNull(ValueType.FUNCREF);
    } else {
      body.code().refFunc(choices.of(body.module().functions()).id());
    }
  }

  private int integer() {
    return switch (choices.below(4)) {
      case 0, 1 -> choices.of(INTERESTING);
      case 2 -> choices.below(100);
      default -> choices.bits();
    };
  }

  private double number() {
    return switch (choices.below(8)) {
      case 0, 1, 2, 3 -> choices.of(FLOATS);
      case 4 -> Double.NaN;
      case 5 -> choices.oneIn(2) ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
      default -> choices.bits() / 1000.0;
    };
  }
}
