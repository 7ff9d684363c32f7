package org.dylink.binding.code;

import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_SUPER;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.GETFIELD;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.IRETURN;
import static org.objectweb.asm.Opcodes.PUTFIELD;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.V17;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.stream.Stream;
import org.dylink.binding.Binding;
import org.dylink.binding.BoundObject;
import org.dylink.binding.shape.Handles;
import org.dylink.binding.shape.InterfaceShape;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Generates the class that implements an interface, beside it: in its package, by its loader, which
 * may know nothing of ours. An object of it has its {@link BoundCalls}, as an Object; each method
 * gives it to one handle.
 */
final class ShellClass {
  private static final MethodHandles.Lookup OURS = MethodHandles.lookup();
  private static final String OBJECT = "java/lang/Object";
  private static final String CONSTRUCTOR = "(Ljava/lang/Object;)V";
  private static final String FIELD = "calls";

  private final Class<?> type;
  private final String name;
  private final ClassWriter writer = new FrameWriter();
  private final ConstantFields constants;

  private ShellClass(Class<?> type) {
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
    writer.visit(V17, ACC_PUBLIC | ACC_FINAL | ACC_SUPER, name, null, OBJECT, interfaces);
    writeConstructor();
  }

  /**
   * Makes the class.
   *
   * @param paths of the methods, in their order
   * @return its constructor, (Object)Object
   * @throws IllegalArgumentException if the interface is not open to this package
   */
  static MethodHandle of(InterfaceShape shape, List<CallPath> paths) {
    ShellClass shell = new ShellClass(shape.type());
    for (int i = 0; i < paths.size(); i++) {
      shell.add(shape.methods().get(i).method().getName(), paths.get(i).invoker());
    }
    if (shape.hasClose()) {
      shell.add("close", own("close", void.class));
    }
    if (shell.seesBound()) {
      shell.add("binding", own("binding", Binding.class));
    }
    shell.add("toString", own("text", String.class));
    return shell.define();
  }

  private static MethodHandle own(String method, Class<?> result) {
    return Handles.virtual(OURS, BoundCalls.class, method, Handles.type(result))
        .asType(Handles.type(result, Object.class));
  }

  /** Whether the interface's loader has our API: one that uses none of it may not. */
  private boolean seesBound() {
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
   * @param handle does its work: takes the calls, and what the method takes
   */
  private void add(String method, MethodHandle handle) {
    String descriptor = handle.type().dropParameterTypes(0, 1).toMethodDescriptorString();
    MethodVisitor code = writer.visitMethod(ACC_PUBLIC | ACC_FINAL, method, descriptor, null, null);
    code.visitCode();
    constants.load(code, constants.add(handle, MethodHandle.class));
    code.visitVarInsn(ALOAD, 0);
    code.visitFieldInsn(GETFIELD, name, FIELD, Type.getDescriptor(Object.class));
    int local = 1;
    for (Type parameter : Type.getArgumentTypes(descriptor)) {
      code.visitVarInsn(parameter.getOpcode(ILOAD), local);
      local += parameter.getSize();
    }
    code.visitMethodInsn(
        INVOKEVIRTUAL,
        Type.getInternalName(MethodHandle.class),
        "invokeExact",
        handle.type().toMethodDescriptorString(),
        false);
    code.visitInsn(Type.getReturnType(descriptor).getOpcode(IRETURN));
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private MethodHandle define() {
    constants.declare(writer);
    writer.visitEnd();
    try {
      MethodHandles.Lookup shell =
          PackageLookup.in(type)
              .defineHiddenClassWithClassData(writer.toByteArray(), constants.data(), true);
      return shell
          .findConstructor(shell.lookupClass(), Handles.type(void.class, Object.class))
          .asType(Handles.type(Object.class, Object.class));
    } catch (IllegalAccessException e) {
      throw new IllegalArgumentException(type.getName() + ": not open to the binding", e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("BUG: " + name + ": " + e, e);
    }
  }

  private void writeConstructor() {
    String object = Type.getDescriptor(Object.class);
    writer.visitField(ACC_PRIVATE | ACC_FINAL, FIELD, object, null, null).visitEnd();
    MethodVisitor code = writer.visitMethod(0, "<init>", CONSTRUCTOR, null, null);
    code.visitCode();
    code.visitVarInsn(ALOAD, 0);
    code.visitMethodInsn(INVOKESPECIAL, OBJECT, "<init>", "()V", false);
    code.visitVarInsn(ALOAD, 0);
    code.visitVarInsn(ALOAD, 1);
    code.visitFieldInsn(PUTFIELD, name, FIELD, object);
    code.visitInsn(RETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }
}
