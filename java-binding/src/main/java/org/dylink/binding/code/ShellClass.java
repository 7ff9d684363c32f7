package org.dylink.binding.code;

import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_SUPER;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.IRETURN;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.V17;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.stream.Stream;
import org.dylink.binding.BoundObject;
import org.dylink.binding.shape.Handles;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Generates the class that implements an interface, beside it: in its package, by its loader, which
 * may know nothing of ours. Each method calls one handle.
 */
final class ShellClass {
  private final Class<?> type;
  private final String name;
  private final ClassWriter writer = new FrameWriter();
  private final ConstantFields constants;

  ShellClass(Class<?> type) {
    this.type = type;
    this.name = Type.getInternalName(type) + "$Bound";
    this.constants = new ConstantFields(name);
    String[] interfaces =
        Stream.concat(Stream.of(type), seesBound() ? Stream.of(BoundObject.class) : Stream.of())
            .distinct()
            .map(Type::getInternalName)
            .toArray(String[]::new);
    // Public for callers by reflection, such as Remote Service Admin, which look for the methods of
    // an object's class rather than for those of its interface.
    writer.visit(
        V17, ACC_PUBLIC | ACC_FINAL | ACC_SUPER, name, null, "java/lang/Object", interfaces);
    writeConstructor();
  }

  /** Whether the interface's loader has our API: one that uses none of it may not. */
  boolean seesBound() {
    try {
      return Class.forName(BoundObject.class.getName(), false, type.getClassLoader())
          == BoundObject.class;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /**
   * Adds a method.
   *
   * @param handle does its work, and has its type
   */
  void add(String method, MethodHandle handle) {
    String descriptor = handle.type().toMethodDescriptorString();
    MethodVisitor code = writer.visitMethod(ACC_PUBLIC | ACC_FINAL, method, descriptor, null, null);
    code.visitCode();
    constants.load(code, constants.add(handle, MethodHandle.class));
    int local = 1;
    for (Class<?> parameter : handle.type().parameterList()) {
      Type asm = Type.getType(parameter);
      code.visitVarInsn(asm.getOpcode(ILOAD), local);
      local += asm.getSize();
    }
    String handles = Type.getInternalName(MethodHandle.class);
    code.visitMethodInsn(INVOKEVIRTUAL, handles, "invokeExact", descriptor, false);
    code.visitInsn(Type.getType(handle.type().returnType()).getOpcode(IRETURN));
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  /** Defines the class and makes its only object. */
  Object define() {
    constants.declare(writer);
    writer.visitEnd();
    try {
      MethodHandles.Lookup shell =
          PackageLookup.in(type)
              .defineHiddenClassWithClassData(writer.toByteArray(), constants.data(), true);
      MethodType none = MethodType.methodType(void.class);
      return Handles.call(shell.findConstructor(shell.lookupClass(), none));
    } catch (IllegalAccessException e) {
      throw new IllegalArgumentException(type.getName() + ": not open to the binding", e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("BUG: " + name + ": " + e, e);
    }
  }

  private void writeConstructor() {
    MethodVisitor code = writer.visitMethod(0, "<init>", "()V", null, null);
    code.visitCode();
    code.visitVarInsn(ALOAD, 0);
    code.visitMethodInsn(INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    code.visitInsn(RETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }
}
