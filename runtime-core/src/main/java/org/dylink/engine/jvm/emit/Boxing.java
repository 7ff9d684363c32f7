package org.dylink.engine.jvm.emit;

import static org.dylink.engine.jvm.emit.JvmTypes.VECTOR;
import static org.objectweb.asm.Opcodes.AALOAD;
import static org.objectweb.asm.Opcodes.ACONST_NULL;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.CHECKCAST;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;

import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Values as objects, where a call has several results, or is made without knowing its type. */
final class Boxing {
  private Boxing() {}

  static void box(MethodVisitor to, ValueType type) {
    if (type == ValueType.V128) {
      to.visitMethodInsn(INVOKESTATIC, VECTOR, "of", "(JJ)L" + VECTOR + ";", false);
    } else if (!type.isReference()) {
      String owner = owner(type);
      String descriptor = "(" + JvmTypes.descriptor(type) + ")L" + owner + ";";
      to.visitMethodInsn(INVOKESTATIC, owner, "valueOf", descriptor, false);
    }
  }

  static void unbox(MethodVisitor to, ValueType type) {
    if (type == ValueType.V128) {
      to.visitTypeInsn(CHECKCAST, VECTOR);
      unpackVector(to);
    } else if (!type.isReference()) {
      to.visitTypeInsn(CHECKCAST, owner(type));
      String method = type.javaType().getName() + "Value";
      to.visitMethodInsn(
          INVOKEVIRTUAL, owner(type), method, "()" + JvmTypes.descriptor(type), false);
    }
  }

  /** As unbox, into the form that a function has vectors in. */
  static void unbox(MethodUnit to, ValueType type) {
    if (type == ValueType.V128) {
      to.code().visitTypeInsn(CHECKCAST, VECTOR);
      VectorBorder.unpack(to);
    } else {
      unbox(to.code(), type);
    }
  }

  /** Puts the halves of a vector on the stack in the place of its object. */
  static void unpackVector(MethodVisitor to) {
    to.visitInsn(Opcodes.DUP);
    to.visitMethodInsn(INVOKEVIRTUAL, VECTOR, "low", "()J", false);
    to.visitInsn(Opcodes.DUP2_X1);
    to.visitInsn(Opcodes.POP2);
    to.visitMethodInsn(INVOKEVIRTUAL, VECTOR, "high", "()J", false);
  }

  /** Puts the arguments of a call on the stack, from an array of objects. */
  static void unboxArguments(MethodVisitor to, FunctionType type, int arraySlot) {
    int index = 0;
    for (ValueType param : type.params()) {
      to.visitVarInsn(ALOAD, arraySlot);
      Constants.pushInt(to, index++);
      to.visitInsn(AALOAD);
      unbox(to, param);
    }
  }

  /** Makes one object of what a call gives: null of nothing, an array of several results. */
  static void boxResults(MethodVisitor to, FunctionType type) {
    if (type.results().isEmpty()) {
      to.visitInsn(ACONST_NULL);
    } else if (type.results().size() == 1 && type.results().get(0) != ValueType.V128) {
      box(to, type.results().get(0));
    }
  }

  /** What a method of this type gives, out of one object. */
  static void unboxResults(MethodVisitor to, FunctionType type) {
    if (type.results().isEmpty()) {
      to.visitInsn(Opcodes.POP);
    } else if (type.results().size() > 1) {
      to.visitTypeInsn(CHECKCAST, "[Ljava/lang/Object;");
    } else if (type.results().get(0) == ValueType.V128) {
      to.visitTypeInsn(CHECKCAST, VECTOR);
    } else {
      unbox(to, type.results().get(0));
    }
  }

  private static String owner(ValueType type) {
    return switch (type.kind()) {
      case I32 -> "java/lang/Integer";
      case I64 -> "java/lang/Long";
      case F32 -> "java/lang/Float";
      default -> "java/lang/Double";
    };
  }
}
