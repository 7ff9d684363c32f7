package org.dylink.engine.jvm.emit;

import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.GETFIELD;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;

import org.dylink.engine.jvm.code.IndexSpaces;
import org.dylink.engine.jvm.run.call.HostBorder;
import org.dylink.engine.jvm.run.call.InstanceState;
import org.dylink.format.FunctionType;
import org.dylink.format.MemoryType;
import org.objectweb.asm.ClassWriter;
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

  private final String className;
  private final FunctionType type;
  private final boolean hasThreads;
  private final boolean callsOthers;

  /**
   * @param callsOthers whether the body does; who calls nobody uses no allowance, and pays for none
   */
  EntryWriter(String className, FunctionType type, IndexSpaces spaces, boolean callsOthers) {
    this.className = className;
    this.type = type;
    this.hasThreads = mayHaveThreads(spaces);
    this.callsOthers = callsOthers;
  }

  // A module without a memory may join any program.
  private static boolean mayHaveThreads(IndexSpaces spaces) {
    return spaces.memoryCount() == 0
        || spaces.module().memories().stream().anyMatch(MemoryType::shared);
  }

  /** The typed method, which calls a static method of the class. */
  void writeCall(ClassWriter to, String method) {
    MethodVisitor call =
        to.visitMethod(
            ACC_PUBLIC, ClassNames.CALL, SignatureWriter.callDescriptor(type), null, null);
    int caller = JvmTypes.paramSize(type) + 1;
    call.visitCode();
    enter(call, caller);
    JvmTypes.loadParams(call, type, 1);
    callBody(call, caller, method);
    call.visitInsn(JvmTypes.returnInstruction(type));
    end(call, caller);
  }

  /** The method for a caller that makes tail calls itself. */
  void writeCallInTail(ClassWriter to, String method) {
    MethodVisitor call =
        to.visitMethod(ACC_PUBLIC, "callInTail", SignatureWriter.BOXED, null, null);
    call.visitCode();
    enter(call, 2);
    Boxing.unboxArguments(call, type, 1);
    callBody(call, 2, method);
    Boxing.boxResults(call, type);
    call.visitInsn(Opcodes.ARETURN);
    end(call, 2);
  }

  /** Puts the state that the body gets after the caller's, and hands the allowance over. */
  private void enter(MethodVisitor to, int caller) {
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

  private void callBody(MethodVisitor to, int caller, String method) {
    to.visitVarInsn(ALOAD, caller + 1);
    to.visitMethodInsn(INVOKESTATIC, className, method, JvmTypes.descriptor(type, STATE), false);
  }

  private void end(MethodVisitor to, int caller) {
    to.visitMaxs(JvmTypes.paramSize(type) + 4, caller + 2);
    to.visitEnd();
  }
}
