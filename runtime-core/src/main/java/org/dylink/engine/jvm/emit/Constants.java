package org.dylink.engine.jvm.emit;

import org.dylink.engine.jvm.code.Opcode;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Pushes constants: from the class's constants, or made of small numbers where those run out. */
final class Constants {
  private Constants() {}

  /**
   * Pushes a constant.
   *
   * @param opcode the instruction, which tells the type
   * @param computed whether the class has no room for it
   */
  static void push(MethodVisitor to, Opcode opcode, long bits, boolean computed) {
    switch (opcode) {
      case I32_CONST -> {
        if (computed) {
          computeInt(to, (int) bits);
        } else {
          pushInt(to, (int) bits);
        }
      }
      case I64_CONST -> pushLong(to, bits, computed);
      case F32_CONST -> pushFloat(to, (int) bits, computed);
      default -> pushDouble(to, bits, computed);
    }
  }

  static void pushInt(MethodVisitor to, int value) {
    if (value == (short) value) {
      pushShort(to, value);
    } else {
      to.visitLdcInsn(value);
    }
  }

  private static void pushShort(MethodVisitor to, int value) {
    if (value >= -1 && value <= 5) {
      to.visitInsn(Opcodes.ICONST_0 + value);
    } else if (value == (byte) value) {
      to.visitIntInsn(Opcodes.BIPUSH, value);
    } else {
      to.visitIntInsn(Opcodes.SIPUSH, value);
    }
  }

  private static void computeInt(MethodVisitor to, int value) {
    short low = (short) value;
    if (low == value) {
      pushShort(to, value);
      return;
    }
    // The lower half brings its sign along, which the upper half must undo.
    pushShort(to, (value ^ low) >> 16);
    to.visitIntInsn(Opcodes.BIPUSH, 16);
    to.visitInsn(Opcodes.ISHL);
    pushShort(to, low);
    to.visitInsn(Opcodes.IXOR);
  }

  /**
   * Pushes a long.
   *
   * @param computed whether the class has no room for it
   */
  static void pushLong(MethodVisitor to, long value, boolean computed) {
    if (computed) {
      computeLong(to, value);
    } else if (value == 0 || value == 1) {
      to.visitInsn(Opcodes.LCONST_0 + (int) value);
    } else if (value == (short) value) {
      pushShort(to, (int) value);
      to.visitInsn(Opcodes.I2L);
    } else {
      to.visitLdcInsn(value);
    }
  }

  private static void computeLong(MethodVisitor to, long value) {
    int low = (int) value;
    computeInt(to, low);
    to.visitInsn(Opcodes.I2L);
    if (low == value) {
      return;
    }
    computeInt(to, (int) ((value ^ low) >> 32));
    to.visitInsn(Opcodes.I2L);
    to.visitIntInsn(Opcodes.BIPUSH, 32);
    to.visitInsn(Opcodes.LSHL);
    to.visitInsn(Opcodes.LXOR);
  }

  /** A constant by its bits, which a NaN keeps in the class file. */
  private static void pushFloat(MethodVisitor to, int bits, boolean computed) {
    if (bits == 0) {
      to.visitInsn(Opcodes.FCONST_0);
    } else if (computed) {
      computeInt(to, bits);
      to.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/Float", "intBitsToFloat", "(I)F", false);
    } else {
      to.visitLdcInsn(Float.intBitsToFloat(bits));
    }
  }

  private static void pushDouble(MethodVisitor to, long bits, boolean computed) {
    if (bits == 0) {
      to.visitInsn(Opcodes.DCONST_0);
    } else if (computed) {
      computeLong(to, bits);
      to.visitMethodInsn(
          Opcodes.INVOKESTATIC, "java/lang/Double", "longBitsToDouble", "(J)D", false);
    } else {
      to.visitLdcInsn(Double.longBitsToDouble(bits));
    }
  }
}
