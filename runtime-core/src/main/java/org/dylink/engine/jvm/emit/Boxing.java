package org.dylink.engine.jvm.emit;

import static org.objectweb.asm.Opcodes.CHECKCAST;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;

import org.dylink.format.ValueType;
import org.objectweb.asm.MethodVisitor;

/** Values as objects, where a call has several results. */
final class Boxing {
  private Boxing() {}

  static void box(MethodVisitor to, ValueType type) {
    if (!JvmTypes.isObject(type)) {
      String owner = owner(type);
      String descriptor = "(" + JvmTypes.descriptor(type) + ")L" + owner + ";";
      to.visitMethodInsn(INVOKESTATIC, owner, "valueOf", descriptor, false);
    }
  }

  static void unbox(MethodVisitor to, ValueType type) {
    if (!JvmTypes.isObject(type)) {
      to.visitTypeInsn(CHECKCAST, owner(type));
      String method = type.javaType().getName() + "Value";
      to.visitMethodInsn(
          INVOKEVIRTUAL, owner(type), method, "()" + JvmTypes.descriptor(type), false);
    }
  }

  private static String owner(ValueType type) {
    return switch (type) {
      case I32 -> "java/lang/Integer";
      case I64 -> "java/lang/Long";
      case F32 -> "java/lang/Float";
      default -> "java/lang/Double";
    };
  }
}
