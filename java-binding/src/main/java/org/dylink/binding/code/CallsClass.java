package org.dylink.binding.code;

import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_SUPER;
import static org.objectweb.asm.Opcodes.V17;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import org.dylink.binding.memory.BoundLibrary;
import org.dylink.binding.shape.Handles;
import org.dylink.binding.shape.InterfaceShape;
import org.dylink.binding.shape.MethodShape;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Generates the code of all calls of an interface, as a class in this package: it sees our classes,
 * and the interface's types are Object to it. {@link ShellClass} is the other half, which sees the
 * interface and none of our classes.
 */
final class CallsClass {
  private static final String NAME = Type.getInternalName(CallsClass.class) + "$Calls";

  private final Class<?> type;
  private final MethodHandle constructor;
  private final List<CallPath> paths;

  private CallsClass(Class<?> type, MethodHandle constructor, List<CallPath> paths) {
    this.type = type;
    this.constructor = constructor;
    this.paths = paths;
  }

  static CallsClass of(InterfaceShape shape) {
    ConstantFields constants = new ConstantFields(NAME);
    MethodHandles.Lookup calls = define(code(shape, constants), constants);
    try {
      MethodHandle constructor =
          calls.findConstructor(calls.lookupClass(), ObjectFields.CONSTRUCTOR);
      List<CallPath> paths = new ArrayList<>();
      for (MethodShape method : shape.methods()) {
        MethodHandle call =
            calls.findVirtual(calls.lookupClass(), name(paths.size()), erased(method));
        MethodType own = exact(method).insertParameterTypes(0, Object.class);
        paths.add(new CallPath(paths.size(), call.asType(own)));
      }
      return new CallsClass(shape.type(), constructor, paths);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("BUG: " + NAME + ": " + e, e);
    }
  }

  /** The ways to the methods, in their order. */
  List<CallPath> paths() {
    return paths;
  }

  /** What one object has. */
  BoundCalls create(BoundLibrary library, boolean isClosable, List<MethodHandle> functions) {
    MethodHandle[] all = functions.toArray(MethodHandle[]::new);
    try {
      return (BoundCalls) constructor.invoke(type, paths, library, isClosable, all);
    } catch (Throwable e) {
      throw Handles.<RuntimeException>unchecked(e);
    }
  }

  private static byte[] code(InterfaceShape shape, ConstantFields constants) {
    ClassWriter writer = new FrameWriter();
    String base = Type.getInternalName(BoundCalls.class);
    writer.visit(V17, ACC_FINAL | ACC_SUPER, NAME, null, base, null);
    ObjectFields fields = new ObjectFields(NAME);
    fields.declare(writer, shape.methods().size());
    int number = 0;
    for (MethodShape method : shape.methods()) {
      MethodType type = erased(method);
      MethodVisitor code =
          writer.visitMethod(ACC_FINAL, name(number), type.toMethodDescriptorString(), null, null);
      new CallBody(method, type, code, constants, fields).write(number);
      number++;
    }
    constants.declare(writer);
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static MethodHandles.Lookup define(byte[] code, ConstantFields constants) {
    try {
      return MethodHandles.lookup().defineHiddenClassWithClassData(code, constants.data(), true);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("BUG: " + NAME + ": " + e, e);
    }
  }

  private static MethodType exact(MethodShape method) {
    return MethodType.methodType(
        method.method().getReturnType(), method.method().getParameterTypes());
  }

  private static MethodType erased(MethodShape method) {
    return exact(method).erase();
  }

  private static String name(int number) {
    return "call" + number;
  }
}
