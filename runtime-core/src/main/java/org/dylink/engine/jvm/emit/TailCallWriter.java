package org.dylink.engine.jvm.emit;

import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;

import java.util.Arrays;
import java.util.List;
import org.dylink.engine.jvm.run.call.InstanceState;
import org.dylink.engine.jvm.run.call.TailCall;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Writes what stands around the body of a function that ends in calls: the method that others call,
 * which makes the calls that the body has noted.
 */
final class TailCallWriter {
  private static final String STATE = "L" + ClassNames.STATE + ";";
  private static final RunMethod IS_NOTED =
      RunMethod.of(TailCall.class, "isNoted", InstanceState.class);
  private static final RunMethod MAKE = RunMethod.of(TailCall.class, "make", InstanceState.class);

  private final String className;
  private final String method;
  private final FunctionType type;
  private final String descriptor;

  TailCallWriter(String className, String method, FunctionType type) {
    this.className = className;
    this.method = method;
    this.type = type;
    this.descriptor = JvmTypes.descriptor(type, STATE);
  }

  /** The name of the body's method. */
  String bodyName() {
    return method + " (body)";
  }

  /** Writes the method that others call. */
  void write(ClassWriter to) {
    MethodVisitor around = to.visitMethod(ACC_PUBLIC | ACC_STATIC, method, descriptor, null, null);
    int state = JvmTypes.paramSize(type);
    Label none = new Label();
    around.visitCode();
    JvmTypes.loadParams(around, type, 0);
    around.visitVarInsn(ALOAD, state);
    around.visitMethodInsn(INVOKESTATIC, className, bodyName(), descriptor, false);
    around.visitVarInsn(ALOAD, state);
    IS_NOTED.call(around);
    around.visitJumpInsn(Opcodes.IFEQ, none);
    around.visitVarInsn(ALOAD, state);
    MAKE.call(around);
    Boxing.unboxResults(around, type);
    around.visitInsn(JvmTypes.returnInstruction(type));
    around.visitLabel(none);
    around.visitFrame(Opcodes.F_NEW, locals().length, locals(), results().length, results());
    around.visitInsn(JvmTypes.returnInstruction(type));
    around.visitMaxs(state + 5, state + 1);
    around.visitEnd();
  }

  private Object[] locals() {
    Object[] params = JvmTypes.frameTypes(VectorForm.LONGS, type.params());
    Object[] locals = Arrays.copyOf(params, params.length + 1);
    locals[params.length] = ClassNames.STATE;
    return locals;
  }

  private Object[] results() {
    List<ValueType> results = type.results();
    return results.isEmpty() ? new Object[0] : new Object[] {JvmTypes.resultFrameType(results)};
  }
}
