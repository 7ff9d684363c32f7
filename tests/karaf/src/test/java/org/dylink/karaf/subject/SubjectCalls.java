package org.dylink.karaf.subject;

import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** A class whose calls about the subject of an access control context are those of our own. */
final class SubjectCalls extends ClassVisitor {
  private static final String OURS = "org/dylink/karaf/subject/CurrentSubject";
  private static final String SUBJECT = "javax/security/auth/Subject";
  private static final String KARAFS = "org/apache/karaf/util/jaas/JaasHelper";

  SubjectCalls(ClassVisitor next) {
    super(Opcodes.ASM9, next);
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    return new Body(super.visitMethod(access, name, descriptor, signature, exceptions));
  }

  /** A method of it. */
  static final class Body extends MethodVisitor {
    Body(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      if (owner.equals(SUBJECT) && name.equals("getSubject")) {
        visitInsn(Opcodes.POP);
        super.visitMethodInsn(opcode, OURS, "get", "()L" + SUBJECT + ";", isInterface);
      } else if (name.equals("doAs") && (owner.equals(SUBJECT) || owner.equals(KARAFS))) {
        super.visitMethodInsn(opcode, OURS, name, descriptor, isInterface);
      } else {
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
      }
    }
  }
}
