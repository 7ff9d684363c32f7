package org.dylink.binding.code;

import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.ATHROW;
import static org.objectweb.asm.Opcodes.I2L;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKEINTERFACE;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.IRETURN;
import static org.objectweb.asm.Opcodes.ISTORE;
import static org.objectweb.asm.Opcodes.LCONST_0;
import static org.objectweb.asm.Opcodes.LLOAD;
import static org.objectweb.asm.Opcodes.LSTORE;
import static org.objectweb.asm.Opcodes.RETURN;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import org.dylink.binding.memory.BoundLibrary;
import org.dylink.binding.memory.CallingThread;
import org.dylink.binding.memory.Scratch;
import org.dylink.binding.shape.MethodShape;
import org.dylink.binding.shape.ResultShape;
import org.dylink.binding.value.Result;
import org.dylink.binding.value.Returning;
import org.dylink.linker.Entrance;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Writes the code of one call, as one would by hand:
 *
 * <pre>{@code
 * entrance.enter();
 * CallingThread thread = library.thread();
 * long mark = thread.scratch().mark();
 * try {
 *   int a0 = (int) argument0.put(thread, p0);
 *   int result = function.invokeExact(a0, p1);
 *   argument0.take(thread, p0, a0);
 *   thread.scratch().release(mark);
 * } catch (Throwable e) {
 *   throw FailedCall.leave(library, e, mark);
 * }
 * entrance.leave();
 * return result;
 * }</pre>
 *
 * <p>What takes no memory has no part with scratch.
 */
final class CallBody {
  private static final String LIBRARY = Type.getInternalName(BoundLibrary.class);
  private static final String THREAD = Type.getInternalName(CallingThread.class);
  private static final String SCRATCH = Type.getInternalName(Scratch.class);

  private final MethodShape shape;
  private final Class<?> resultType; // a number, or Object
  private final MethodVisitor code;
  private final ConstantFields constants;
  private final SharedConstants shared;
  private final BodyLocals locals;
  private final ParameterCode parameters;
  private final int thread;
  private final int mark;
  private final int space;
  private final int bits;
  private final int result;

  CallBody(
      MethodShape shape,
      MethodType type,
      MethodVisitor code,
      ConstantFields constants,
      SharedConstants shared) {
    this.shape = shape;
    this.resultType = type.returnType();
    this.code = code;
    this.constants = constants;
    this.shared = shared;
    this.locals = new BodyLocals();
    this.parameters = new ParameterCode(shape, type, code, constants, shared, locals);
    this.thread = locals.add(Object.class);
    this.mark = locals.add(long.class);
    this.space = locals.add(int.class);
    this.bits = locals.add(long.class);
    this.result = locals.add(resultType);
  }

  /**
   * Writes it.
   *
   * @param function the function in C
   */
  void write(MethodHandle function) {
    Label start = new Label();
    Label end = new Label();
    Label failed = new Label();
    code.visitCode();
    turn("enter");
    begin();
    code.visitTryCatchBlock(start, end, failed, "java/lang/Throwable");
    code.visitLabel(start);
    parameters.checkSizes(thread);
    takeSpace();
    parameters.put(thread);
    call(function);
    storeResult();
    parameters.take(thread);
    release();
    code.visitLabel(end);
    turn("leave");
    returnResult();
    code.visitLabel(failed);
    fail();
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private void turn(String method) {
    constants.load(code, shared.entrance());
    code.visitMethodInsn(
        INVOKEINTERFACE, Type.getInternalName(Entrance.class), method, "()V", true);
  }

  private void begin() {
    if (shape.usesMemory() || hasObject()) {
      constants.load(code, shared.library());
      code.visitMethodInsn(INVOKEVIRTUAL, LIBRARY, "thread", "()L" + THREAD + ";", false);
      code.visitVarInsn(ASTORE, thread);
    }
    if (shape.usesMemory()) {
      loadScratch();
      code.visitMethodInsn(INVOKEVIRTUAL, SCRATCH, "mark", "()J", false);
    } else {
      code.visitLdcInsn(FailedCall.NO_MARK);
    }
    code.visitVarInsn(LSTORE, mark);
  }

  private void takeSpace() {
    if (shape.result().hasSpace()) {
      loadScratch();
      code.visitLdcInsn(shape.result().struct().layout().size());
      code.visitMethodInsn(INVOKEVIRTUAL, SCRATCH, "take", "(I)I", false);
      code.visitVarInsn(ISTORE, space);
    }
  }

  private void call(MethodHandle function) {
    constants.load(code, constants.add(function, MethodHandle.class));
    if (shape.result().hasSpace()) {
      code.visitVarInsn(ILOAD, space);
    }
    parameters.load();
    String descriptor = function.type().toMethodDescriptorString();
    code.visitMethodInsn(
        INVOKEVIRTUAL, Type.getInternalName(MethodHandle.class), "invokeExact", descriptor, false);
  }

  private void storeResult() {
    NumberCode numbers = new NumberCode(code);
    ResultShape returned = shape.result();
    if (hasObject()) {
      readResult(numbers);
    } else if (returned.unsigned() != null) {
      numbers.widen(returned.unsigned());
    } else {
      numbers.narrow(resultType);
    }
    if (resultType != void.class) {
      code.visitVarInsn(Type.getType(resultType).getOpcode(ISTORE), result);
    }
  }

  private void readResult(NumberCode numbers) {
    if (shape.result().hasSpace()) {
      code.visitVarInsn(ILOAD, space);
      code.visitInsn(I2L);
    } else {
      shape.result().returned().ifPresentOrElse(numbers::toBits, () -> code.visitInsn(LCONST_0));
    }
    // The object is below its arguments: the bits are put aside for a moment.
    code.visitVarInsn(LSTORE, bits);
    constants.load(code, constants.add(Returning.of(shape.result()), Result.class));
    code.visitVarInsn(ALOAD, thread);
    code.visitVarInsn(LLOAD, bits);
    String read = "(L" + THREAD + ";J)Ljava/lang/Object;";
    code.visitMethodInsn(INVOKEINTERFACE, Type.getInternalName(Result.class), "read", read, true);
  }

  private void release() {
    if (shape.usesMemory()) {
      loadScratch();
      code.visitVarInsn(LLOAD, mark);
      code.visitMethodInsn(INVOKEVIRTUAL, SCRATCH, "release", "(J)V", false);
    }
  }

  private void returnResult() {
    if (resultType == void.class) {
      code.visitInsn(RETURN);
      return;
    }
    Type asm = Type.getType(resultType);
    code.visitVarInsn(asm.getOpcode(ILOAD), result);
    code.visitInsn(asm.getOpcode(IRETURN));
  }

  private void fail() {
    int failure = locals.add(Object.class);
    code.visitVarInsn(ASTORE, failure);
    constants.load(code, shared.library());
    code.visitVarInsn(ALOAD, failure);
    code.visitVarInsn(LLOAD, mark);
    code.visitMethodInsn(
        INVOKESTATIC,
        Type.getInternalName(FailedCall.class),
        "leave",
        "(L" + LIBRARY + ";Ljava/lang/Throwable;J)Ljava/lang/RuntimeException;",
        false);
    code.visitInsn(ATHROW);
  }

  private void loadScratch() {
    code.visitVarInsn(ALOAD, thread);
    code.visitMethodInsn(INVOKEVIRTUAL, THREAD, "scratch", "()L" + SCRATCH + ";", false);
  }

  private boolean hasObject() {
    return !resultType.isPrimitive();
  }
}
