package org.dylink.engine.jvm.emit;

import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.GETFIELD;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;

import org.dylink.engine.jvm.code.IndexSpaces;
import org.dylink.engine.jvm.run.call.HostBorder;
import org.dylink.engine.jvm.run.call.InstanceState;
import org.dylink.engine.jvm.run.call.TailCall;
import org.dylink.format.FunctionType;
import org.dylink.format.MemoryType;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Writes how the entry of a guest's function comes to the function's body: with the state of the
 * instance that the entry names, or of the same instance in the caller's thread, and with the
 * caller's allowance of stack.
 */
final class EntryWriter {
  private static final String STATE = "L" + ClassNames.STATE + ";";
  private static final RunMethod TO_GUEST =
      RunMethod.of(HostBorder.class, "toGuest", InstanceState.class, InstanceState.class);

  private static final RunMethod STATE_OF =
      RunMethod.of(InstanceState.class, "of", InstanceState.class, InstanceState.class);

  private static final RunMethod GO_OVER =
      RunMethod.of(TailCall.class, "goOver", InstanceState.class, InstanceState.class);
  private static final RunMethod COME_BACK =
      RunMethod.of(TailCall.class, "comeBack", InstanceState.class, InstanceState.class, int.class);

  private final String className;
  private final FunctionType type;
  private final boolean hasThreads;
  private final boolean callsOthers;
  private final int caller; // the slot of the caller's state

  /**
   * @param callsOthers whether the body does; who calls nobody uses no allowance, and pays for none
   */
  EntryWriter(String className, FunctionType type, IndexSpaces spaces, boolean callsOthers) {
    this.className = className;
    this.type = type;
    this.hasThreads = mayHaveThreads(spaces);
    this.callsOthers = callsOthers;
    this.caller = JvmTypes.paramSize(type) + 1;
  }

  // A module without a memory may join any program.
  private static boolean mayHaveThreads(IndexSpaces spaces) {
    return spaces.memoryCount() == 0
        || spaces.module().memories().stream().anyMatch(MemoryType::shared);
  }

  /** The typed method, which calls a static method of the class. */
  void writeCall(ClassWriter to, String method) {
    MethodVisitor call = begin(to, ClassNames.CALL);
    callAndReturn(call, method);
    end(call);
  }

  /** The method for a caller that ends in the call. */
  void writeTail(ClassWriter to, String body) {
    MethodVisitor call = begin(to, ClassNames.TAIL);
    Label other = new Label();
    call.visitVarInsn(ALOAD, caller + 1);
    call.visitVarInsn(ALOAD, caller);
    call.visitJumpInsn(Opcodes.IF_ACMPNE, other);
    callAndReturn(call, body);
    call.visitLabel(other);
    call.visitFrame(Opcodes.F_NEW, locals().length, locals(), 0, null);
    call.visitVarInsn(ALOAD, caller + 1);
    call.visitVarInsn(ALOAD, caller);
    GO_OVER.call(call);
    call.visitVarInsn(Opcodes.ISTORE, caller + 2);
    callBody(call, body);
    call.visitVarInsn(ALOAD, caller + 1);
    call.visitVarInsn(ALOAD, caller);
    call.visitVarInsn(Opcodes.ILOAD, caller + 2);
    COME_BACK.call(call);
    call.visitInsn(JvmTypes.returnInstruction(type));
    end(call);
  }

  private Object[] locals() {
    Object[] params = JvmTypes.frameTypes(VectorForm.LONGS, type.params());
    Object[] locals = new Object[params.length + 3];
    locals[0] = className;
    System.arraycopy(params, 0, locals, 1, params.length);
    locals[params.length + 1] = ClassNames.STATE;
    locals[params.length + 2] = ClassNames.STATE;
    return locals;
  }

  /** Begins a typed method, with the state of the function's instance behind the caller's. */
  private MethodVisitor begin(ClassWriter to, String name) {
    MethodVisitor call =
        to.visitMethod(ACC_PUBLIC, name, SignatureWriter.callDescriptor(type), null, null);
    call.visitCode();
    enter(call);
    return call;
  }

  private void callAndReturn(MethodVisitor to, String method) {
    callBody(to, method);
    to.visitInsn(JvmTypes.returnInstruction(type));
  }

  /** Puts the state that the body gets after the caller's, and hands the allowance over. */
  private void enter(MethodVisitor to) {
    to.visitVarInsn(ALOAD, 0);
    to.visitFieldInsn(GETFIELD, ClassNames.ENTRY_POINT, "state", STATE);
    if (hasThreads) {
      to.visitVarInsn(ALOAD, caller);
      STATE_OF.call(to);
    }
    to.visitVarInsn(ASTORE, caller + 1);
    if (callsOthers) {
      to.visitVarInsn(ALOAD, caller);
      to.visitVarInsn(ALOAD, caller + 1);
      TO_GUEST.call(to);
    }
  }

  private void callBody(MethodVisitor to, String method) {
    JvmTypes.loadParams(to, type, 1);
    to.visitVarInsn(ALOAD, caller + 1);
    to.visitMethodInsn(INVOKESTATIC, className, method, JvmTypes.descriptor(type, STATE), false);
  }

  private void end(MethodVisitor to) {
    to.visitMaxs(caller + 4, caller + 3);
    to.visitEnd();
  }
}
