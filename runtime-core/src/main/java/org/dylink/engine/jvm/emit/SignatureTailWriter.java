package org.dylink.engine.jvm.emit;

import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;

import org.dylink.format.FunctionType;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;

/** Writes what the entry points of one function type have for tail calls. */
final class SignatureTailWriter {
  private final FunctionType type;
  private final String name;
  private final String callDescriptor;

  SignatureTailWriter(FunctionType type, String name, String callDescriptor) {
    this.type = type;
    this.name = name;
    this.callDescriptor = callDescriptor;
  }

  void write(ClassWriter to) {
    writeTail(to);
    writeResume(to);
  }

  /** The same as any call, where the function itself ends in none. */
  private void writeTail(ClassWriter to) {
    MethodVisitor method = to.visitMethod(ACC_PUBLIC, ClassNames.TAIL, callDescriptor, null, null);
    int caller = JvmTypes.paramSize(type) + 1;
    method.visitCode();
    method.visitVarInsn(ALOAD, 0);
    JvmTypes.loadParams(method, type, 1);
    method.visitVarInsn(ALOAD, caller);
    method.visitMethodInsn(INVOKEVIRTUAL, name, ClassNames.CALL, callDescriptor, false);
    method.visitInsn(JvmTypes.returnInstruction(type));
    method.visitMaxs(caller + 2, caller + 1);
    method.visitEnd();
  }

  /** With the arguments that the caller has noted. */
  private void writeResume(ClassWriter to) {
    ResultKind kind = ResultKind.of(type);
    String descriptor = "(L" + ClassNames.STATE + ";)" + kind.descriptor();
    MethodVisitor method =
        to.visitMethod(ACC_PUBLIC, "resume" + kind.suffix(), descriptor, null, null);
    method.visitCode();
    method.visitVarInsn(ALOAD, 0);
    new TailArgumentCode(type).load(method, 1);
    method.visitVarInsn(ALOAD, 1);
    method.visitMethodInsn(INVOKEVIRTUAL, name, ClassNames.TAIL, callDescriptor, false);
    method.visitInsn(kind.returning());
    method.visitMaxs(JvmTypes.paramSize(type) + 4, 2);
    method.visitEnd();
  }
}
