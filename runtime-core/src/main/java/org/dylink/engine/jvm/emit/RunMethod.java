package org.dylink.engine.jvm.emit;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * A method of {@code engine.jvm.run} that generated code calls. It is found when the class that
 * names it is loaded, so that a name or a type that is wrong shows in the first test.
 *
 * @param opcode INVOKESTATIC or INVOKEVIRTUAL
 * @param owner the internal name of its class
 */
record RunMethod(int opcode, String owner, String name, String descriptor) {
  static RunMethod of(Method method) {
    int opcode =
        Modifier.isStatic(method.getModifiers()) ? Opcodes.INVOKESTATIC : Opcodes.INVOKEVIRTUAL;
    return new RunMethod(
        opcode,
        Type.getInternalName(method.getDeclaringClass()),
        method.getName(),
        Type.getMethodDescriptor(method));
  }

  /** A public method by its name and the types of its parameters. */
  static RunMethod of(Class<?> owner, String name, Class<?>... parameters) {
    try {
      return of(owner.getMethod(name, parameters));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("BUG: generated code calls what is not there", e);
    }
  }

  void call(MethodVisitor to) {
    to.visitMethodInsn(opcode, owner, name, descriptor, false);
  }
}
