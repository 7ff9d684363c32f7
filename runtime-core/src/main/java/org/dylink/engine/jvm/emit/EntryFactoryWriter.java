package org.dylink.engine.jvm.emit;

import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ARETURN;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;

import org.dylink.engine.jvm.code.IndexSpaces;
import org.dylink.engine.jvm.run.call.EntryFactory;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Writes a class that makes the entries of a group of functions: a switch over their indexes. */
final class EntryFactoryWriter {
  private static final String SUPER = ClassNames.of(EntryFactory.class);
  private static final String CONSTRUCTOR =
      "(L" + ClassNames.FUNCTION + ";L" + ClassNames.STATE + ";)V";
  private static final String MAKE =
      "(IL" + ClassNames.FUNCTION + ";L" + ClassNames.STATE + ";)L" + ClassNames.ENTRY_POINT + ";";

  private final FunctionNames names;
  private final IndexSpaces spaces;

  EntryFactoryWriter(FunctionNames names, IndexSpaces spaces) {
    this.names = names;
    this.spaces = spaces;
  }

  byte[] write(int group) {
    String name = names.factory(group);
    ClassWriter writer = SignatureWriter.newClass(ACC_PUBLIC | ACC_FINAL, name, SUPER);
    MethodVisitor constructor = writer.visitMethod(ACC_PUBLIC, "<init>", "()V", null, null);
    constructor.visitCode();
    constructor.visitVarInsn(ALOAD, 0);
    constructor.visitMethodInsn(INVOKESPECIAL, SUPER, "<init>", "()V", false);
    JvmTypes.nameObject(constructor);
    constructor.visitInsn(Opcodes.RETURN);
    constructor.visitMaxs(1, 1);
    constructor.visitEnd();
    writeMake(writer.visitMethod(ACC_PUBLIC, "make", MAKE, null, null), name, group);
    return writer.toByteArray();
  }

  private void writeMake(MethodVisitor method, String name, int group) {
    int first = Math.max(group * EntryFactory.GROUP, spaces.importedFunctionCount());
    int end = Math.min((group + 1) * EntryFactory.GROUP, spaces.functionCount());
    Label[] labels = new Label[end - first];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = new Label();
    }
    Label none = new Label();
    method.visitCode();
    method.visitVarInsn(ILOAD, 1);
    method.visitTableSwitchInsn(first, end - 1, none, labels);
    Object[] locals = {name, Opcodes.INTEGER, ClassNames.FUNCTION, ClassNames.STATE};
    for (int i = 0; i < labels.length; i++) {
      method.visitLabel(labels[i]);
      method.visitFrame(Opcodes.F_NEW, locals.length, locals, 0, null);
      String made = names.className(first + i);
      method.visitTypeInsn(Opcodes.NEW, made);
      method.visitInsn(Opcodes.DUP);
      method.visitVarInsn(ALOAD, 2);
      method.visitVarInsn(ALOAD, 3);
      method.visitMethodInsn(INVOKESPECIAL, made, "<init>", CONSTRUCTOR, false);
      // Else the verifier would load the class to see that it is an entry point: the whole group.
      method.visitTypeInsn(Opcodes.CHECKCAST, ClassNames.ENTRY_POINT);
      method.visitInsn(ARETURN);
    }
    method.visitLabel(none);
    method.visitFrame(Opcodes.F_NEW, locals.length, locals, 0, null);
    method.visitInsn(Opcodes.ACONST_NULL);
    method.visitInsn(ARETURN);
    method.visitMaxs(4, 4);
    method.visitEnd();
  }
}
