package org.dylink.engine.jvm.emit;

import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;

import java.util.Arrays;
import org.dylink.engine.jvm.run.call.InstanceState;
import org.dylink.engine.jvm.run.call.TailCall;
import org.dylink.format.FunctionType;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Writes what stands around the body of a function in a module that has tail calls: the method that
 * others call, which begins a chain and ends it. See {@link TailCall}.
 */
final class TailCallWriter {
  private static final String STATE = "L" + ClassNames.STATE + ";";
  private static final String THROWABLE = "java/lang/Throwable";
  private static final RunMethod ENTER = RunMethod.of(TailCall.class, "enter", InstanceState.class);
  private static final RunMethod LEAVE =
      RunMethod.of(TailCall.class, "leave", InstanceState.class, int.class);
  private static final RunMethod IS_NOTED =
      RunMethod.of(TailCall.class, "isNoted", InstanceState.class);

  private final String className;
  private final String method;
  private final FunctionType type;
  private final String descriptor;
  private final int state;

  TailCallWriter(String className, String method, FunctionType type) {
    this.className = className;
    this.method = method;
    this.type = type;
    this.descriptor = JvmTypes.descriptor(type, STATE);
    this.state = JvmTypes.paramSize(type);
  }

  /** The name of the method that is a function's body. */
  static String bodyOf(String method) {
    return method + " (body)";
  }

  /** A body that is the method itself: of a function that ends in no call. */
  void writeBody(ClassWriter to) {
    MethodVisitor body =
        to.visitMethod(ACC_PUBLIC | ACC_STATIC, bodyOf(method), descriptor, null, null);
    body.visitCode();
    call(body, method);
    body.visitInsn(JvmTypes.returnInstruction(type));
    end(body);
  }

  private void call(MethodVisitor to, String called) {
    JvmTypes.loadParams(to, type, 0);
    to.visitVarInsn(ALOAD, state);
    to.visitMethodInsn(INVOKESTATIC, className, called, descriptor, false);
  }

  private void end(MethodVisitor to) {
    to.visitMaxs(state + 5, state + 2);
    to.visitEnd();
  }

  /** Writes the method that others call. */
  void writeAround(ClassWriter to) {
    MethodVisitor around = to.visitMethod(ACC_PUBLIC | ACC_STATIC, method, descriptor, null, null);
    Label start = new Label();
    Label end = new Label();
    Label handler = new Label();
    Label none = new Label();
    around.visitCode();
    around.visitTryCatchBlock(start, end, handler, THROWABLE);
    around.visitVarInsn(ALOAD, state);
    ENTER.call(around);
    around.visitVarInsn(Opcodes.ISTORE, state + 1);
    around.visitLabel(start);
    call(around, bodyOf(method));
    around.visitVarInsn(ALOAD, state);
    IS_NOTED.call(around);
    around.visitJumpInsn(Opcodes.IFEQ, none);
    finish(around);
    around.visitLabel(none);
    around.visitFrame(Opcodes.F_NEW, locals().length, locals(), results().length, results());
    leave(around);
    around.visitInsn(JvmTypes.returnInstruction(type));
    around.visitLabel(end);
    around.visitLabel(handler);
    around.visitFrame(Opcodes.F_NEW, locals().length, locals(), 1, new Object[] {THROWABLE});
    leave(around);
    around.visitInsn(Opcodes.ATHROW);
    end(around);
  }

  private void leave(MethodVisitor to) {
    to.visitVarInsn(ALOAD, state);
    to.visitVarInsn(ILOAD, state + 1);
    LEAVE.call(to);
  }

  /** Drops what the body has given, and makes the call that it noted. */
  private void finish(MethodVisitor to) {
    ResultKind kind = ResultKind.of(type);
    kind.pop(to);
    to.visitVarInsn(ALOAD, state);
    to.visitVarInsn(ILOAD, state + 1);
    RunMethod.of(TailCall.class, "finish" + kind.suffix(), InstanceState.class, int.class).call(to);
    kind.cast(to, type);
  }

  private Object[] locals() {
    Object[] params = JvmTypes.frameTypes(VectorForm.LONGS, type.params());
    Object[] locals = Arrays.copyOf(params, params.length + 2);
    locals[params.length] = ClassNames.STATE;
    locals[params.length + 1] = Opcodes.INTEGER;
    return locals;
  }

  private Object[] results() {
    return type.results().isEmpty()
        ? new Object[0]
        : new Object[] {JvmTypes.resultFrameType(type.results())};
  }
}
