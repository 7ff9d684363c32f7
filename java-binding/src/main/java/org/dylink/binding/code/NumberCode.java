package org.dylink.binding.code;

import static org.objectweb.asm.Opcodes.GOTO;
import static org.objectweb.asm.Opcodes.I2B;
import static org.objectweb.asm.Opcodes.I2C;
import static org.objectweb.asm.Opcodes.I2L;
import static org.objectweb.asm.Opcodes.I2S;
import static org.objectweb.asm.Opcodes.IAND;
import static org.objectweb.asm.Opcodes.ICONST_0;
import static org.objectweb.asm.Opcodes.ICONST_1;
import static org.objectweb.asm.Opcodes.IFEQ;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.L2I;
import static org.objectweb.asm.Opcodes.LAND;

import org.dylink.binding.shape.UnsignedShape;
import org.dylink.format.ValueType;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;

/** Writes what makes numbers of one kind of another, on the stack. */
final class NumberCode {
  private final MethodVisitor code;

  NumberCode(MethodVisitor code) {
    this.code = code;
  }

  /** A value of C's, of its bits. */
  void fromBits(ValueType type) {
    if (type != ValueType.I64 && type != ValueType.F64) {
      code.visitInsn(L2I);
    }
    if (type == ValueType.F32) {
      code.visitMethodInsn(INVOKESTATIC, "java/lang/Float", "intBitsToFloat", "(I)F", false);
    } else if (type == ValueType.F64) {
      code.visitMethodInsn(INVOKESTATIC, "java/lang/Double", "longBitsToDouble", "(J)D", false);
    }
  }

  /** The bits of a value of C's. */
  void toBits(ValueType type) {
    if (type == ValueType.F32) {
      code.visitMethodInsn(INVOKESTATIC, "java/lang/Float", "floatToRawIntBits", "(F)I", false);
    } else if (type == ValueType.F64) {
      code.visitMethodInsn(INVOKESTATIC, "java/lang/Double", "doubleToRawLongBits", "(D)J", false);
    }
    if (type != ValueType.I64 && type != ValueType.F64) {
      code.visitInsn(I2L);
    }
  }

  /** A number of a Java type, of what C returns for it. */
  void narrow(Class<?> type) {
    switch (type.getName()) {
      case "byte" -> code.visitInsn(I2B);
      case "short" -> code.visitInsn(I2S);
      case "char" -> code.visitInsn(I2C);
      case "boolean" -> narrowToTruth();
      default -> {}
    }
  }

  /** A number of a Java type, of an unsigned one that C returns. */
  void widen(UnsignedShape number) {
    if (number.type() == long.class) {
      code.visitInsn(I2L);
      code.visitLdcInsn(number.mask());
      code.visitInsn(LAND);
    } else {
      code.visitLdcInsn((int) number.mask());
      code.visitInsn(IAND);
      narrow(number.type());
    }
  }

  private void narrowToTruth() {
    Label isFalse = new Label();
    Label done = new Label();
    code.visitJumpInsn(IFEQ, isFalse);
    code.visitInsn(ICONST_1);
    code.visitJumpInsn(GOTO, done);
    code.visitLabel(isFalse);
    code.visitInsn(ICONST_0);
    code.visitLabel(done);
  }
}
