package org.dylink.engine.jvm.emit;

import static org.dylink.format.ValueType.I64;
import static org.dylink.format.ValueType.V128;

import org.dylink.engine.jvm.code.Opcode;
import org.dylink.format.ValueType;
import org.objectweb.asm.Opcodes;

/**
 * Ways to make the two halves of a vector, each by an instruction of the JVM or by a method that
 * gives one of them.
 */
final class Halves {
  /** Takes what one half is made of from the stack, and leaves the half. */
  interface Half {
    void emit(MethodUnit to);
  }

  private static final int HIGH = 2; // slots between the halves
  private static final int LOWER_BITS = 32;

  private Halves() {}

  /** A half of each vector operand, the same for both; other operands as they are. */
  static Lowering.TakingVectors ofEach(Opcode opcode, Half half) {
    ValueType[] operands = operands(opcode);
    return (to, at) -> {
      int[] places = to.take(operands);
      loadHalves(to.unit(), operands, places, 0);
      half.emit(to.unit());
      loadHalves(to.unit(), operands, places, HIGH);
      half.emit(to.unit());
    };
  }

  private static void loadHalves(MethodUnit unit, ValueType[] operands, int[] places, int half) {
    for (int i = 0; i < operands.length; i++) {
      boolean isVector = operands[i] == V128;
      unit.load(isVector ? I64 : operands[i], isVector ? places[i] + half : places[i]);
    }
  }

  /** The low half of one vector, the high half of another, each from both halves of it. */
  static Lowering.Code ofOneEach(Half half) {
    ValueType[] other = {V128};
    return (to, at) -> {
      int[] places = to.unit().spill(other);
      half.emit(to.unit());
      to.unit().reload(other, places);
      half.emit(to.unit());
    };
  }

  /**
   * The lower 32 bits of a half of each operand, then the upper ones.
   *
   * @param high whether it is the high half
   */
  static Lowering.TakingVectors widened(Opcode opcode, Half half, boolean high) {
    return widened(operands(opcode), half, high ? HIGH : 0);
  }

  /** The lower 32 bits of a long, then the upper ones. */
  static Lowering.Code widened(Half half) {
    return widened(new ValueType[] {I64}, half, 0);
  }

  private static Lowering.TakingVectors widened(ValueType[] operands, Half half, int which) {
    return (to, at) -> {
      int[] places = to.take(operands);
      for (int shift = 0; shift <= LOWER_BITS; shift += LOWER_BITS) {
        for (int place : places) {
          loadShifted(to.unit(), place + which, shift);
        }
        half.emit(to.unit());
      }
    };
  }

  private static void loadShifted(MethodUnit unit, int place, int shift) {
    unit.load(I64, place);
    if (shift > 0) {
      unit.pushInt(shift);
      unit.op(Opcodes.LUSHR);
    }
  }

  /** All of one operand, and a half of another: the same bytes, differently chosen. */
  static Lowering.TakingVectors ofAllAndEach(Opcode opcode, Half half) {
    ValueType[] operands = operands(opcode);
    return (to, at) -> {
      int[] places = to.take(operands);
      for (int which = 0; which <= HIGH; which += HIGH) {
        to.unit().load(operands[0], places[0]);
        to.unit().load(I64, places[1] + which);
        half.emit(to.unit());
      }
    };
  }

  /** The low half; the high one is zero. */
  static Lowering.Code lowOnly(Lowering.Code low) {
    return (to, at) -> {
      low.emit(to, at);
      to.unit().op(Opcodes.LCONST_0);
    };
  }

  /** Both the same. */
  static Lowering.Code twice(Lowering.Code half) {
    return (to, at) -> {
      half.emit(to, at);
      to.unit().op(Opcodes.DUP2);
    };
  }

  private static ValueType[] operands(Opcode opcode) {
    return opcode.type().params().toArray(new ValueType[0]);
  }
}
