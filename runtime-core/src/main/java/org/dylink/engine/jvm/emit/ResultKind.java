package org.dylink.engine.jvm.emit;

import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * How a method of the JVM gives what a function gives: several results, and vectors, as objects.
 */
enum ResultKind {
  VOID("Void", "V", Opcodes.NOP, Opcodes.RETURN),
  INT("Int", "I", Opcodes.POP, Opcodes.IRETURN),
  LONG("Long", "J", Opcodes.POP2, Opcodes.LRETURN),
  FLOAT("Float", "F", Opcodes.POP, Opcodes.FRETURN),
  DOUBLE("Double", "D", Opcodes.POP2, Opcodes.DRETURN),
  OBJECT("Object", "Ljava/lang/Object;", Opcodes.POP, Opcodes.ARETURN);

  private final String suffix;
  private final String descriptor;
  private final int pop;
  private final int returning;

  ResultKind(String suffix, String descriptor, int pop, int returning) {
    this.suffix = suffix;
    this.descriptor = descriptor;
    this.pop = pop;
    this.returning = returning;
  }

  static ResultKind of(FunctionType type) {
    if (type.results().isEmpty()) {
      return VOID;
    } else if (type.results().size() > 1) {
      return OBJECT;
    }
    return switch (type.results().get(0).kind()) {
      case I32 -> INT;
      case I64 -> LONG;
      case F32 -> FLOAT;
      case F64 -> DOUBLE;
      default -> OBJECT;
    };
  }

  /** What methods of {@code run} that do something for this kind end in. */
  String suffix() {
    return suffix;
  }

  String descriptor() {
    return descriptor;
  }

  int returning() {
    return returning;
  }

  void pop(MethodVisitor to) {
    to.visitInsn(pop);
  }

  /** Makes an object that was given without its class what methods of a type give. */
  void cast(MethodVisitor to, FunctionType type) {
    if (type.results().size() > 1) {
      to.visitTypeInsn(Opcodes.CHECKCAST, "[Ljava/lang/Object;");
    } else if (this == OBJECT && type.results().get(0) == ValueType.V128) {
      to.visitTypeInsn(Opcodes.CHECKCAST, JvmTypes.VECTOR);
    }
  }
}
