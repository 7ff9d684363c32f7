package org.dylink.binding.code;

import static org.objectweb.asm.Opcodes.AALOAD;
import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.GETFIELD;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.PUTFIELD;
import static org.objectweb.asm.Opcodes.RETURN;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.List;
import org.dylink.binding.memory.BoundLibrary;
import org.dylink.linker.Entrance;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * What an object of a generated class has in final fields: its program, and the functions of its
 * methods. The JIT trusts those of hidden classes: where it knows the object, it knows them.
 */
final class ObjectFields {
  /** Takes what {@link BoundCalls} does, and the functions. */
  static final MethodType CONSTRUCTOR =
      MethodType.methodType(
          void.class,
          Class.class,
          List.class,
          BoundLibrary.class,
          boolean.class,
          MethodHandle[].class);

  private static final int LIBRARY_AT = 3; // the constructor's locals
  private static final int FUNCTIONS_AT = 5;
  private static final String LIBRARY = Type.getDescriptor(BoundLibrary.class);
  private static final String HANDLE = Type.getDescriptor(MethodHandle.class);
  private static final String ENTRANCE = Type.getDescriptor(Entrance.class);

  private final String owner;

  /**
   * @param owner the generated class's internal name
   */
  ObjectFields(String owner) {
    this.owner = owner;
  }

  void loadEntrance(MethodVisitor code) {
    load(code, "entrance", ENTRANCE);
  }

  void loadLibrary(MethodVisitor code) {
    load(code, "library", LIBRARY);
  }

  /** Loads the function of a method. */
  void loadFunction(MethodVisitor code, int method) {
    load(code, function(method), HANDLE);
  }

  /** Writes the fields, and the constructor that fills them. */
  void declare(ClassVisitor type, int methods) {
    declare(type, "entrance", ENTRANCE);
    declare(type, "library", LIBRARY);
    for (int i = 0; i < methods; i++) {
      declare(type, function(i), HANDLE);
    }
    MethodVisitor code =
        type.visitMethod(0, "<init>", CONSTRUCTOR.toMethodDescriptorString(), null, null);
    code.visitCode();
    callBase(code);
    fillProgram(code);
    for (int i = 0; i < methods; i++) {
      fillFunction(code, i);
    }
    code.visitInsn(RETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private static void callBase(MethodVisitor code) {
    code.visitVarInsn(ALOAD, 0);
    code.visitVarInsn(ALOAD, 1);
    code.visitVarInsn(ALOAD, 2);
    code.visitVarInsn(ALOAD, LIBRARY_AT);
    code.visitVarInsn(ILOAD, 4);
    String base = CONSTRUCTOR.dropParameterTypes(4, 5).toMethodDescriptorString();
    code.visitMethodInsn(
        INVOKESPECIAL, Type.getInternalName(BoundCalls.class), "<init>", base, false);
  }

  private void fillProgram(MethodVisitor code) {
    code.visitVarInsn(ALOAD, 0);
    code.visitVarInsn(ALOAD, LIBRARY_AT);
    code.visitFieldInsn(PUTFIELD, owner, "library", LIBRARY);
    code.visitVarInsn(ALOAD, 0);
    code.visitVarInsn(ALOAD, LIBRARY_AT);
    String library = Type.getInternalName(BoundLibrary.class);
    code.visitMethodInsn(INVOKEVIRTUAL, library, "entrance", "()" + ENTRANCE, false);
    code.visitFieldInsn(PUTFIELD, owner, "entrance", ENTRANCE);
  }

  private void fillFunction(MethodVisitor code, int method) {
    code.visitVarInsn(ALOAD, 0);
    code.visitVarInsn(ALOAD, FUNCTIONS_AT);
    code.visitLdcInsn(method);
    code.visitInsn(AALOAD);
    code.visitFieldInsn(PUTFIELD, owner, function(method), HANDLE);
  }

  private void declare(ClassVisitor type, String name, String descriptor) {
    type.visitField(ACC_PRIVATE | ACC_FINAL, name, descriptor, null, null).visitEnd();
  }

  private void load(MethodVisitor code, String name, String descriptor) {
    code.visitVarInsn(ALOAD, 0);
    code.visitFieldInsn(GETFIELD, owner, name, descriptor);
  }

  private static String function(int method) {
    return "f" + method;
  }
}
