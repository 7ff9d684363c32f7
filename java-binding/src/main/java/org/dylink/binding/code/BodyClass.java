package org.dylink.binding.code;

import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACC_SUPER;
import static org.objectweb.asm.Opcodes.V17;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import org.dylink.binding.memory.BoundLibrary;
import org.dylink.binding.shape.MethodShape;
import org.dylink.linker.Entrance;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Generates the code of all calls of one binding, as static methods of a class in this package: it
 * sees our classes, and the interface's types are Object to it. {@link ShellClass} is the other
 * half, which sees the interface and none of our classes.
 */
final class BodyClass {
  private static final String NAME = Type.getInternalName(BodyClass.class) + "$Calls";

  private final ClassWriter writer = new FrameWriter();
  private final ConstantFields constants = new ConstantFields(NAME);
  private final SharedConstants shared;
  private final List<MethodShape> shapes = new ArrayList<>();

  BodyClass(BoundLibrary library) {
    writer.visit(V17, ACC_FINAL | ACC_SUPER, NAME, null, "java/lang/Object", null);
    shared =
        new SharedConstants(
            constants.add(library.entrance(), Entrance.class),
            constants.add(library, BoundLibrary.class));
  }

  /** Adds a call. */
  void add(MethodShape shape, MethodHandle function) {
    String name = name(shapes.size());
    MethodType type = erased(shape);
    MethodVisitor code =
        writer.visitMethod(ACC_STATIC, name, type.toMethodDescriptorString(), null, null);
    new CallBody(shape, type, code, constants, shared).write(function);
    shapes.add(shape);
  }

  /** Defines the class; the handles have the types of the interface's methods, in their order. */
  List<MethodHandle> define() {
    constants.declare(writer);
    writer.visitEnd();
    try {
      MethodHandles.Lookup lookup =
          MethodHandles.lookup()
              .defineHiddenClassWithClassData(writer.toByteArray(), constants.data(), true);
      List<MethodHandle> handles = new ArrayList<>();
      for (MethodShape shape : shapes) {
        String name = name(handles.size());
        MethodHandle erased = lookup.findStatic(lookup.lookupClass(), name, erased(shape));
        handles.add(erased.asType(exact(shape)));
      }
      return handles;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("BUG: " + NAME + ": " + e, e);
    }
  }

  private static MethodType exact(MethodShape shape) {
    return MethodType.methodType(
        shape.method().getReturnType(), shape.method().getParameterTypes());
  }

  private static MethodType erased(MethodShape shape) {
    return exact(shape).erase();
  }

  private static String name(int number) {
    return "call" + number;
  }
}
