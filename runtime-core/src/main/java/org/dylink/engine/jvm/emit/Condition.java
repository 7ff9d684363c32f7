package org.dylink.engine.jvm.emit;

import static org.objectweb.asm.Opcodes.IFEQ;
import static org.objectweb.asm.Opcodes.IFGE;
import static org.objectweb.asm.Opcodes.IFGT;
import static org.objectweb.asm.Opcodes.IFLE;
import static org.objectweb.asm.Opcodes.IFLT;
import static org.objectweb.asm.Opcodes.IFNE;
import static org.objectweb.asm.Opcodes.IF_ICMPEQ;

import java.util.Locale;
import org.dylink.engine.jvm.binary.Opcode;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/**
 * A comparison whose operands are on the stack: it becomes a jump if a branch follows, else a
 * number. The JVM compares and jumps in one instruction, and HotSpot likes it so.
 */
final class Condition {
  private final Opcode comparison;
  private final boolean negated;

  Condition(Opcode comparison) {
    this(comparison, false);
  }

  private Condition(Opcode comparison, boolean negated) {
    this.comparison = comparison;
    this.negated = negated;
  }

  Condition negate() {
    return new Condition(comparison, !negated);
  }

  /** Puts 1 or 0 on the stack. */
  void emitNumber(MethodUnit to) {
    String parameters = parameters();
    to.callRun("Comparisons", comparison.method(), "(" + parameters + ")I");
    if (negated) {
      to.callRun("Comparisons", Opcode.I32_EQZ.method(), "(I)I");
    }
  }

  private String parameters() {
    String signature = comparison.signature();
    return signature
        .substring(0, signature.indexOf(':'))
        .replace('l', 'j')
        .toUpperCase(Locale.ROOT);
  }

  /** Jumps if the comparison holds, or if it does not. */
  void emitJump(MethodUnit to, boolean ifTrue, Label label) {
    int jump = jumpIfTrue();
    boolean inverse = ifTrue == negated;
    switch (comparison) {
      case I32_EQZ -> to.jump(inverse ? inverse(jump) : jump, label);
      case I32_EQ, I32_NE, I32_LT_S, I32_GT_S, I32_LE_S, I32_GE_S ->
          to.jump((inverse ? inverse(jump) : jump) + IF_ICMPEQ - IFEQ, label);
      default -> {
        emitComparison(to);
        to.jump(inverse ? inverse(jump) : jump, label);
      }
    }
  }

  /** Leaves a negative number, zero or a positive one. */
  private void emitComparison(MethodUnit to) {
    switch (comparison.text().substring(0, 3)) {
      case "i32" ->
          to.code()
              .visitMethodInsn(
                  Opcodes.INVOKESTATIC, "java/lang/Integer", "compareUnsigned", "(II)I", false);
      case "i64" -> emitLongComparison(to);
      // What is no number compares as if it were on the side where the comparison fails.
      case "f32" -> to.op(isLess() ? Opcodes.FCMPG : Opcodes.FCMPL);
      default -> to.op(isLess() ? Opcodes.DCMPG : Opcodes.DCMPL);
    }
  }

  private void emitLongComparison(MethodUnit to) {
    if (comparison == Opcode.I64_EQZ) {
      to.op(Opcodes.LCONST_0);
      to.op(Opcodes.LCMP);
    } else if (comparison.text().endsWith("_u")) {
      to.code()
          .visitMethodInsn(
              Opcodes.INVOKESTATIC, "java/lang/Long", "compareUnsigned", "(JJ)I", false);
    } else {
      to.op(Opcodes.LCMP);
    }
  }

  private boolean isLess() {
    return comparison.text().startsWith("l", 4);
  }

  private int jumpIfTrue() {
    String operation = comparison.text().substring(4);
    return switch (operation.substring(0, 2)) {
      case "eq" -> IFEQ;
      case "ne" -> IFNE;
      case "lt" -> IFLT;
      case "gt" -> IFGT;
      case "le" -> IFLE;
      default -> IFGE;
    };
  }

  private static int inverse(int jump) {
    return switch (jump) {
      case IFEQ -> IFNE;
      case IFNE -> IFEQ;
      case IFLT -> IFGE;
      case IFGE -> IFLT;
      case IFGT -> IFLE;
      default -> IFGT;
    };
  }
}
