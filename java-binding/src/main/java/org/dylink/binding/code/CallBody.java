package org.dylink.binding.code;

import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.ATHROW;
import static org.objectweb.asm.Opcodes.INVOKEINTERFACE;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.LLOAD;
import static org.objectweb.asm.Opcodes.LSTORE;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import org.dylink.binding.memory.BoundLibrary;
import org.dylink.binding.memory.CallingThread;
import org.dylink.binding.memory.Scratch;
import org.dylink.binding.shape.MethodShape;
import org.dylink.engine.Function;
import org.dylink.linker.Entrance;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Writes the code of one call of an object of {@link BoundCalls}, as one would by hand:
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
  private final MethodVisitor code;
  private final ObjectFields fields;
  private final BodyLocals locals;
  private final ParameterCode parameters;
  private final ResultCode result;
  private final int thread;
  private final int mark;

  CallBody(
      MethodShape shape,
      MethodType type,
      MethodVisitor code,
      ConstantFields constants,
      ObjectFields fields) {
    this.shape = shape;
    this.code = code;
    this.fields = fields;
    this.locals = new BodyLocals();
    this.parameters = new ParameterCode(shape, type, code, constants, fields, locals);
    this.thread = locals.add(Object.class);
    this.mark = locals.add(long.class);
    this.result = new ResultCode(shape.result(), type.returnType(), code, constants, locals);
  }

  /**
   * Writes it.
   *
   * @param method its number
   */
  void write(int method) {
    Label start = new Label();
    Label end = new Label();
    Label failed = new Label();
    code.visitCode();
    turn("enter");
    begin();
    code.visitTryCatchBlock(start, end, failed, "java/lang/Throwable");
    code.visitLabel(start);
    parameters.checkSizes(thread);
    result.takeSpace(thread);
    parameters.put(thread);
    call(method);
    result.store(thread);
    parameters.take(thread);
    release();
    code.visitLabel(end);
    turn("leave");
    result.giveBack();
    code.visitLabel(failed);
    fail();
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private void turn(String method) {
    fields.loadEntrance(code);
    code.visitMethodInsn(
        INVOKEINTERFACE, Type.getInternalName(Entrance.class), method, "()V", true);
  }

  private void begin() {
    if (shape.usesMemory() || result.isObject()) {
      fields.loadLibrary(code);
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

  private void call(int method) {
    fields.loadFunction(code, method);
    result.loadSpace();
    parameters.load();
    String descriptor = Function.methodType(shape.type()).toMethodDescriptorString();
    code.visitMethodInsn(
        INVOKEVIRTUAL, Type.getInternalName(MethodHandle.class), "invokeExact", descriptor, false);
  }

  private void release() {
    if (shape.usesMemory()) {
      loadScratch();
      code.visitVarInsn(LLOAD, mark);
      code.visitMethodInsn(INVOKEVIRTUAL, SCRATCH, "release", "(J)V", false);
    }
  }

  private void fail() {
    int failure = locals.add(Object.class);
    code.visitVarInsn(ASTORE, failure);
    fields.loadLibrary(code);
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
}
