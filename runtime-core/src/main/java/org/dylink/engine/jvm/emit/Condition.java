package org.dylink.engine.jvm.emit;

import static org.objectweb.asm.Opcodes.DCMPG;
import static org.objectweb.asm.Opcodes.DCMPL;
import static org.objectweb.asm.Opcodes.FCMPG;
import static org.objectweb.asm.Opcodes.FCMPL;
import static org.objectweb.asm.Opcodes.IFEQ;
import static org.objectweb.asm.Opcodes.IFGE;
import static org.objectweb.asm.Opcodes.IFGT;
import static org.objectweb.asm.Opcodes.IFLE;
import static org.objectweb.asm.Opcodes.IFLT;
import static org.objectweb.asm.Opcodes.IFNE;
import static org.objectweb.asm.Opcodes.IF_ICMPEQ;
import static org.objectweb.asm.Opcodes.LCMP;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import org.dylink.engine.jvm.code.Opcode;
import org.dylink.engine.jvm.run.number.Comparisons;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/**
 * A comparison whose operands are on the stack: it becomes a jump if a branch follows, else a
 * number. The JVM compares and jumps in one instruction, and HotSpot likes it so.
 */
final class Condition {
  /** Leaves a negative number, zero or a positive one, to be compared with zero. */
  private interface Order {
    void emit(MethodUnit to);
  }

  /**
   * How a comparison becomes a jump.
   *
   * @param order what goes before the jump; null where the jump compares by itself
   * @param jump the jump that is taken if the comparison holds
   */
  private record Jump(Order order, int jump) {}

  private static final Map<Opcode, Jump> JUMPS = new EnumMap<>(Opcode.class);
  private static final Map<Opcode, RunMethod> NUMBERS = new EnumMap<>(Opcode.class);
  private static final int COMPARE_INTS = IF_ICMPEQ - IFEQ;

  static {
    Order none = null;
    Order withZero =
        to -> {
          to.op(Opcodes.LCONST_0);
          to.op(LCMP);
        };
    row(Opcode.I32_EQZ, none, IFEQ);
    rows(Opcode.I32_EQ, none, IFEQ + COMPARE_INTS, Opcode.I32_NE, IFNE + COMPARE_INTS);
    rows(Opcode.I32_LT_S, none, IFLT + COMPARE_INTS, Opcode.I32_GT_S, IFGT + COMPARE_INTS);
    rows(Opcode.I32_LE_S, none, IFLE + COMPARE_INTS, Opcode.I32_GE_S, IFGE + COMPARE_INTS);
    // What they exchange, the jump exchanges too.
    Order exchanged = Condition::exchangeShifted;
    rows(Opcode.I32_LT_U, exchanged, IFGT + COMPARE_INTS, Opcode.I32_GT_U, IFLT + COMPARE_INTS);
    rows(Opcode.I32_LE_U, exchanged, IFGE + COMPARE_INTS, Opcode.I32_GE_U, IFLE + COMPARE_INTS);
    row(Opcode.I64_EQZ, withZero, IFEQ);
    rows(Opcode.I64_EQ, of(LCMP), IFEQ, Opcode.I64_NE, IFNE);
    rows(Opcode.I64_LT_S, of(LCMP), IFLT, Opcode.I64_GT_S, IFGT);
    rows(Opcode.I64_LE_S, of(LCMP), IFLE, Opcode.I64_GE_S, IFGE);
    Order exchangedLongs = Condition::exchangeShiftedLongs;
    rows(Opcode.I64_LT_U, exchangedLongs, IFGT, Opcode.I64_GT_U, IFLT);
    rows(Opcode.I64_LE_U, exchangedLongs, IFGE, Opcode.I64_GE_U, IFLE);
    // What is no number compares as if it were on the side where the comparison fails.
    rows(Opcode.F32_EQ, of(FCMPL), IFEQ, Opcode.F32_NE, IFNE);
    rows(Opcode.F32_LT, of(FCMPG), IFLT, Opcode.F32_LE, IFLE);
    rows(Opcode.F32_GT, of(FCMPL), IFGT, Opcode.F32_GE, IFGE);
    rows(Opcode.F64_EQ, of(DCMPL), IFEQ, Opcode.F64_NE, IFNE);
    rows(Opcode.F64_LT, of(DCMPG), IFLT, Opcode.F64_LE, IFLE);
    rows(Opcode.F64_GT, of(DCMPL), IFGT, Opcode.F64_GE, IFGE);
    RunClass methods = RunClass.of(Comparisons.class);
    EnumSet.range(Opcode.I32_EQZ, Opcode.F64_GE)
        .forEach(opcode -> NUMBERS.put(opcode, methods.method(opcode)));
  }

  private final Opcode comparison;
  private final boolean negated;

  Condition(Opcode comparison) {
    this(comparison, false);
  }

  private Condition(Opcode comparison, boolean negated) {
    this.comparison = comparison;
    this.negated = negated;
  }

  /**
   * Gives two unsigned numbers the order of signed ones, as {@link Comparisons} does; they change
   * places.
   */
  private static void exchangeShifted(MethodUnit to) {
    to.pushInt(Integer.MIN_VALUE);
    to.op(Opcodes.IXOR);
    to.op(Opcodes.SWAP);
    to.pushInt(Integer.MIN_VALUE);
    to.op(Opcodes.IXOR);
  }

  private static void exchangeShiftedLongs(MethodUnit to) {
    to.code().visitLdcInsn(Long.MIN_VALUE);
    to.op(Opcodes.LXOR);
    to.op(Opcodes.DUP2_X2);
    to.op(Opcodes.POP2);
    to.code().visitLdcInsn(Long.MIN_VALUE);
    to.op(Opcodes.LXOR);
    to.op(LCMP);
  }

  private static Order of(int instruction) {
    return to -> to.op(instruction);
  }

  private static void row(Opcode comparison, Order order, int jump) {
    JUMPS.put(comparison, new Jump(order, jump));
  }

  private static void rows(Opcode one, Order order, int jump, Opcode other, int otherJump) {
    row(one, order, jump);
    row(other, order, otherJump);
  }

  Condition negate() {
    return new Condition(comparison, !negated);
  }

  /** Puts 1 or 0 on the stack. */
  void emitNumber(MethodUnit to) {
    to.call(NUMBERS.get(comparison));
    if (negated) {
      to.call(NUMBERS.get(Opcode.I32_EQZ));
    }
  }

  /** Jumps if the comparison holds, or if it does not. */
  void emitJump(MethodUnit to, boolean ifTrue, Label label) {
    Jump jump = JUMPS.get(comparison);
    if (jump.order() != null) {
      jump.order().emit(to);
    }
    to.jump(ifTrue == negated ? inverse(jump.jump()) : jump.jump(), label);
  }

  /** The codes of a jump and its inverse follow each other, an odd one and an even one. */
  private static int inverse(int jump) {
    return ((jump + 1) ^ 1) - 1;
  }
}
