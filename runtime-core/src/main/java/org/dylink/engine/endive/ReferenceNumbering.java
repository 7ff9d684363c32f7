package org.dylink.engine.endive;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import run.endive.compiler.internal.ClassLoadingCollector;
import run.endive.runtime.Instance;
import run.endive.runtime.WasmException;
import run.endive.wasm.types.FunctionBody;
import run.endive.wasm.types.OpCode;

/**
 * Loads the classes that Endive's compiler makes, with one change: a handler that keeps a reference
 * to its exception gets a {@link NumberedException}'s number in place of the tag.
 */
final class ReferenceNumbering extends ClassLoadingCollector {
  private static final String INSTANCE = Type.getInternalName(Instance.class);
  private static final String REGISTER = "registerException";
  private static final String NUMBERED = Type.getInternalName(NumberedException.class);
  private static final String NUMBERED_REGISTER =
      Type.getMethodDescriptor(
          Type.INT_TYPE, Type.getType(Instance.class), Type.getType(WasmException.class));

  /** Whether a module uses references to exceptions: the others' classes need no change. */
  static boolean isNeededBy(run.endive.wasm.WasmModule module) {
    FunctionBody[] bodies = module.codeSection().functionBodies();
    for (FunctionBody body : bodies) {
      if (body.instructions().stream().anyMatch(i -> i.opcode() == OpCode.THROW_REF)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void putMainClass(String className, byte[] bytes) {
    super.putMainClass(className, numbering(bytes));
  }

  @Override
  public void put(String className, byte[] bytes) {
    super.put(className, numbering(bytes));
  }

  private static byte[] numbering(byte[] bytes) {
    ClassReader original = new ClassReader(bytes);
    ClassWriter changed = new ClassWriter(original, 0);
    original.accept(new GuestMethods(changed), 0);
    return changed.toByteArray();
  }

  private static final class GuestMethods extends ClassVisitor {
    GuestMethods(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
      return CompiledNames.isGuestMethod(name) ? new Handlers(next) : next;
    }
  }

  private static final class Handlers extends MethodVisitor {
    Handlers(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      if (owner.equals(INSTANCE) && name.equals(REGISTER)) {
        super.visitMethodInsn(Opcodes.INVOKESTATIC, NUMBERED, "register", NUMBERED_REGISTER, false);
      } else {
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
      }
    }
  }
}
