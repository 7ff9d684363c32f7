package org.dylink.engine.stack;

import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACC_SUPER;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.NOP;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.V17;

import java.lang.invoke.MethodHandles;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;

/**
 * Writes a probe: a method with so many local variables that a frame of it is of the size. No
 * compiler of Java makes such a method without as many lines.
 *
 * <p>The interpreter compares the size of such a frame with what is left, and then makes it. Code
 * that HotSpot has compiled uses no variable, and its frame is small; but it may have to go back to
 * the interpreter at a call, so its entry touches all pages that the interpreter's frame would
 * need. So there must be a call, which is why there is a second method; and both are too long to be
 * inlined, as a frame that is part of another one is no probe.
 */
final class ProbeWriter {
  /** The JVM has 65,535 local variables. */
  static final int LARGEST = 65_535 * Long.BYTES;

  // HotSpot inlines up to 325 bytes (FreqInlineSize).
  private static final int TOO_LONG = 400;
  private static final String SUPER = "org/dylink/engine/stack/StackProbe";
  private static final String NAME = SUPER + "$OfSize";

  private ProbeWriter() {}

  /** A probe for a size in bytes, at most {@link #LARGEST}. */
  static StackProbe newProbe(int size) {
    try {
      return (StackProbe)
          MethodHandles.lookup()
              .defineHiddenClass(write(size / Long.BYTES), true)
              .lookupClass()
              .getDeclaredConstructor()
              .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("BUG: no probe of " + size + " bytes", e);
    }
  }

  private static byte[] write(int variables) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(V17, ACC_PUBLIC | ACC_FINAL | ACC_SUPER, NAME, null, SUPER, null);
    MethodVisitor constructor = writer.visitMethod(ACC_PUBLIC, "<init>", "()V", null, null);
    constructor.visitCode();
    constructor.visitVarInsn(ALOAD, 0);
    constructor.visitMethodInsn(INVOKESPECIAL, SUPER, "<init>", "()V", false);
    end(constructor, 1);
    MethodVisitor touch = writer.visitMethod(ACC_PUBLIC, "touch", "()V", null, null);
    beginLong(touch);
    touch.visitMethodInsn(INVOKESTATIC, NAME, "called", "()V", false);
    end(touch, Math.max(1, variables));
    MethodVisitor called = writer.visitMethod(ACC_PUBLIC | ACC_STATIC, "called", "()V", null, null);
    beginLong(called);
    end(called, 0);
    return writer.toByteArray();
  }

  private static void beginLong(MethodVisitor method) {
    method.visitCode();
    for (int i = 0; i < TOO_LONG; i++) {
      method.visitInsn(NOP);
    }
  }

  private static void end(MethodVisitor method, int variables) {
    method.visitInsn(RETURN);
    method.visitMaxs(1, variables);
    method.visitEnd();
  }
}
