package org.dylink.binding.code;

import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.I2L;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKEINTERFACE;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.IRETURN;
import static org.objectweb.asm.Opcodes.ISTORE;
import static org.objectweb.asm.Opcodes.LCONST_0;
import static org.objectweb.asm.Opcodes.LLOAD;
import static org.objectweb.asm.Opcodes.LSTORE;
import static org.objectweb.asm.Opcodes.RETURN;

import org.dylink.binding.memory.CallingThread;
import org.dylink.binding.memory.Scratch;
import org.dylink.binding.shape.ResultShape;
import org.dylink.binding.value.Result;
import org.dylink.binding.value.Returning;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/** Writes what a call does with its result. */
final class ResultCode {
  private static final String THREAD = Type.getInternalName(CallingThread.class);
  private static final String SCRATCH = Type.getInternalName(Scratch.class);

  private final ResultShape shape;
  private final Class<?> type; // a number, or Object
  private final MethodVisitor code;
  private final ConstantFields constants;
  private final int space;
  private final int bits;
  private final int result;

  ResultCode(
      ResultShape shape,
      Class<?> type,
      MethodVisitor code,
      ConstantFields constants,
      BodyLocals locals) {
    this.shape = shape;
    this.type = type;
    this.code = code;
    this.constants = constants;
    this.space = locals.add(int.class);
    this.bits = locals.add(long.class);
    this.result = locals.add(type);
  }

  /** Whether Java is given an object, which is made of what C returned. */
  boolean isObject() {
    return !type.isPrimitive();
  }

  /** Takes the memory that C writes its result to, if it does. */
  void takeSpace(int thread) {
    if (shape.hasSpace()) {
      code.visitVarInsn(ALOAD, thread);
      code.visitMethodInsn(INVOKEVIRTUAL, THREAD, "scratch", "()L" + SCRATCH + ";", false);
      code.visitLdcInsn(shape.struct().layout().size());
      code.visitMethodInsn(INVOKEVIRTUAL, SCRATCH, "take", "(I)I", false);
      code.visitVarInsn(ISTORE, space);
    }
  }

  /** Loads the address of that, as C's first parameter. */
  void loadSpace() {
    if (shape.hasSpace()) {
      code.visitVarInsn(ILOAD, space);
    }
  }

  /** Makes Java's result of C's, which is on the stack, and puts it aside. */
  void store(int thread) {
    NumberCode numbers = new NumberCode(code);
    if (isObject()) {
      read(numbers, thread);
    } else if (shape.unsigned() != null) {
      numbers.widen(shape.unsigned());
    } else {
      numbers.narrow(type);
    }
    if (type != void.class) {
      code.visitVarInsn(Type.getType(type).getOpcode(ISTORE), result);
    }
  }

  /** Returns it. */
  void giveBack() {
    if (type == void.class) {
      code.visitInsn(RETURN);
      return;
    }
    Type asm = Type.getType(type);
    code.visitVarInsn(asm.getOpcode(ILOAD), result);
    code.visitInsn(asm.getOpcode(IRETURN));
  }

  private void read(NumberCode numbers, int thread) {
    if (shape.hasSpace()) {
      code.visitVarInsn(ILOAD, space);
      code.visitInsn(I2L);
    } else {
      shape.returned().ifPresentOrElse(numbers::toBits, () -> code.visitInsn(LCONST_0));
    }
    // The object is below its arguments: the bits are put aside for a moment.
    code.visitVarInsn(LSTORE, bits);
    constants.load(code, constants.add(Returning.of(shape), Result.class));
    code.visitVarInsn(ALOAD, thread);
    code.visitVarInsn(LLOAD, bits);
    String read = "(L" + THREAD + ";J)Ljava/lang/Object;";
    code.visitMethodInsn(INVOKEINTERFACE, Type.getInternalName(Result.class), "read", read, true);
  }
}
