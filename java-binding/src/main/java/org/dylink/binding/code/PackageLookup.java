package org.dylink.binding.code;

import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACC_SUPER;
import static org.objectweb.asm.Opcodes.ARETURN;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.V17;

import java.lang.invoke.MethodHandles;
import org.dylink.binding.shape.Handles;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * A lookup that may define hidden classes beside an interface. What {@link
 * MethodHandles#privateLookupIn} gives may not where another class loader, and so another module,
 * has the interface: as it is between bundles. It may define an ordinary class there, though, whose
 * own lookup does: one for each interface, which stays as long as that.
 */
final class PackageLookup {
  private static final String METHOD = "lookup";
  private static final String LOOKUP = Type.getDescriptor(MethodHandles.Lookup.class);

  private PackageLookup() {}

  /**
   * The lookup.
   *
   * @throws IllegalAccessException if the interface's package is not open to this one
   */
  static MethodHandles.Lookup in(Class<?> type) throws ReflectiveOperationException {
    MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
    if (lookup.hasFullPrivilegeAccess()) {
      return lookup;
    }
    Class<?> home = home(type, lookup);
    return (MethodHandles.Lookup)
        Handles.call(lookup.findStatic(home, METHOD, Handles.type(MethodHandles.Lookup.class)));
  }

  private static Class<?> home(Class<?> type, MethodHandles.Lookup lookup)
      throws ReflectiveOperationException {
    String name = type.getName() + "$Home";
    try {
      return lookup.defineClass(code(name.replace('.', '/')));
    } catch (LinkageError e) {
      // It is there already, from an earlier bind or from one in another thread.
      return lookup.findClass(name);
    }
  }

  private static byte[] code(String name) {
    ClassWriter writer = new FrameWriter();
    writer.visit(V17, ACC_FINAL | ACC_SUPER, name, null, "java/lang/Object", null);
    MethodVisitor code = writer.visitMethod(ACC_STATIC, METHOD, "()" + LOOKUP, null, null);
    code.visitCode();
    String handles = Type.getInternalName(MethodHandles.class);
    code.visitMethodInsn(INVOKESTATIC, handles, METHOD, "()" + LOOKUP, false);
    code.visitInsn(ARETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }
}
