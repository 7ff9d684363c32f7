package org.dylink.binding.marshal;

import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACC_SUPER;
import static org.objectweb.asm.Opcodes.V17;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
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
  private final Constants constants = new Constants(NAME);
  private final SharedConstants shared;
  private final List<Signature> signatures = new ArrayList<>();

  BodyClass(BoundLibrary library) {
    writer.visit(V17, ACC_FINAL | ACC_SUPER, NAME, null, "java/lang/Object", null);
    shared =
        new SharedConstants(
            constants.add(library.entrance(), Entrance.class),
            constants.add(library.scratch(), Scratch.class),
            constants.add(new Failures(library), Failures.class));
  }

  /** Adds a call. */
  void add(Signature signature, MethodHandle function) {
    String name = name(signatures.size());
    MethodType type = erased(signature);
    MethodVisitor code =
        writer.visitMethod(ACC_STATIC, name, type.toMethodDescriptorString(), null, null);
    new CallBody(signature, type, code, constants).write(shared, function);
    signatures.add(signature);
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
      for (Signature signature : signatures) {
        String name = name(handles.size());
        MethodHandle erased = lookup.findStatic(lookup.lookupClass(), name, erased(signature));
        handles.add(erased.asType(exact(signature)));
      }
      return handles;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("BUG: " + NAME + ": " + e, e);
    }
  }

  private static MethodType exact(Signature signature) {
    return MethodType.methodType(
        signature.method().getReturnType(), signature.method().getParameterTypes());
  }

  private static MethodType erased(Signature signature) {
    return exact(signature).erase();
  }

  private static String name(int number) {
    return "call" + number;
  }
}
