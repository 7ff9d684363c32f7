package org.dylink.binding.code;

import static org.objectweb.asm.Opcodes.AALOAD;
import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.CHECKCAST;
import static org.objectweb.asm.Opcodes.GETSTATIC;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.PUTSTATIC;
import static org.objectweb.asm.Opcodes.RETURN;

import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Objects that a generated class has as static final fields. The JIT trusts those of hidden
 * classes, and so sees through every call by way of them.
 */
final class ConstantFields {
  private final String owner;
  private final List<Object> values = new ArrayList<>();
  private final List<Class<?>> types = new ArrayList<>();

  /**
   * @param owner the generated class's internal name
   */
  ConstantFields(String owner) {
    this.owner = owner;
  }

  /** Adds an object under a type that the class can see, and gives its number. */
  int add(Object value, Class<?> type) {
    values.add(value);
    types.add(type);
    return values.size() - 1;
  }

  /** Loads a constant onto the stack. */
  void load(MethodVisitor code, int number) {
    code.visitFieldInsn(GETSTATIC, owner, name(number), Type.getDescriptor(types.get(number)));
  }

  /** What the class must be defined with. */
  Object[] data() {
    return values.toArray();
  }

  /** Writes the fields, and what fills them. */
  void declare(ClassVisitor type) {
    MethodVisitor code = type.visitMethod(ACC_STATIC, "<clinit>", "()V", null, null);
    code.visitCode();
    String lookup = Type.getInternalName(MethodHandles.Lookup.class);
    String handles = Type.getInternalName(MethodHandles.class);
    code.visitMethodInsn(INVOKESTATIC, handles, "lookup", "()L" + lookup + ";", false);
    code.visitLdcInsn("_");
    code.visitLdcInsn(Type.getType(Object[].class));
    String taken = "(L" + lookup + ";Ljava/lang/String;Ljava/lang/Class;)Ljava/lang/Object;";
    code.visitMethodInsn(INVOKESTATIC, handles, "classData", taken, false);
    code.visitTypeInsn(CHECKCAST, "[Ljava/lang/Object;");
    code.visitVarInsn(ASTORE, 0);
    for (int i = 0; i < values.size(); i++) {
      fill(type, code, i);
    }
    code.visitInsn(RETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private void fill(ClassVisitor type, MethodVisitor code, int number) {
    String descriptor = Type.getDescriptor(types.get(number));
    int access = ACC_PRIVATE | ACC_STATIC | ACC_FINAL;
    type.visitField(access, name(number), descriptor, null, null).visitEnd();
    code.visitVarInsn(ALOAD, 0);
    code.visitLdcInsn(number);
    code.visitInsn(AALOAD);
    code.visitTypeInsn(CHECKCAST, Type.getInternalName(types.get(number)));
    code.visitFieldInsn(PUTSTATIC, owner, name(number), descriptor);
  }

  private static String name(int number) {
    return "c" + number;
  }
}
