package org.dylink.engine.jvm.emit;

import static org.dylink.engine.jvm.emit.ClassNames.CALL;
import static org.dylink.engine.jvm.emit.ClassNames.ENTRY_POINT;
import static org.dylink.engine.jvm.emit.ClassNames.FUNCTION;
import static org.dylink.engine.jvm.emit.ClassNames.STATE;
import static org.objectweb.asm.Opcodes.ACC_ABSTRACT;
import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACC_SUPER;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ARETURN;
import static org.objectweb.asm.Opcodes.ATHROW;
import static org.objectweb.asm.Opcodes.CHECKCAST;
import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.GETFIELD;
import static org.objectweb.asm.Opcodes.INSTANCEOF;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.IRETURN;
import static org.objectweb.asm.Opcodes.NEW;
import static org.objectweb.asm.Opcodes.PUTFIELD;
import static org.objectweb.asm.Opcodes.RETURN;

import java.util.List;
import org.dylink.engine.jvm.run.call.HostBorder;
import org.dylink.engine.jvm.run.call.InstanceState;
import org.dylink.engine.jvm.run.call.JavaFunction;
import org.dylink.engine.jvm.run.call.JvmFunction;
import org.dylink.engine.jvm.run.call.Signature;
import org.dylink.engine.jvm.run.call.TableInstructions;
import org.dylink.engine.jvm.run.call.Traps;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Writes the classes of one function type: the entry point with its typed method, an entry that
 * looks at each call what to call, one that calls a Java method, and the factory of these two.
 */
final class SignatureWriter {
  static final String UNRESOLVED = "$unresolved";
  static final String HOST = "$host";
  static final String FACTORY = "$factory";

  /** The descriptor of {@link org.dylink.engine.jvm.run.call.EntryPoint#callBoxed}. */
  static final String BOXED = "([Ljava/lang/Object;L" + STATE + ";)Ljava/lang/Object;";

  private static final RunMethod TO_HOST =
      RunMethod.of(HostBorder.class, "toHost", InstanceState.class);
  private static final RunMethod ANSWERED =
      RunMethod.of(JavaFunction.class, "answered", Throwable.class, JvmFunction.class);
  private static final RunMethod UNANSWERED =
      RunMethod.of(JavaFunction.class, "unanswered", Throwable.class, JvmFunction.class);
  private static final String HANDLE = "java/lang/invoke/MethodHandle";
  private static final String CONSTRUCTOR = "(L" + FUNCTION + ";L" + STATE + ";)V";
  private static final String HOST_CONSTRUCTOR = "(L" + FUNCTION + ";L" + HANDLE + ";)V";

  private final FunctionType type;
  private final String name;
  private final String descriptor;
  private final String callDescriptor;
  private final SignatureTailWriter tails;

  SignatureWriter(FunctionType type) {
    this.type = type;
    this.name = ClassNames.signature(type);
    this.descriptor = JvmTypes.descriptor(type);
    this.callDescriptor = callDescriptor(type);
    this.tails = new SignatureTailWriter(type, name, callDescriptor);
  }

  /** What the typed method of an entry point takes: the caller's state besides, or null. */
  static String callDescriptor(FunctionType type) {
    return JvmTypes.descriptor(type, "L" + STATE + ";");
  }

  static ClassWriter newClass(int access, String name, String superName) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V17, access | ACC_SUPER, name, null, superName, null);
    return writer;
  }

  /** A constructor that hands its two arguments on. */
  static void writeConstructor(ClassWriter to, String superName) {
    MethodVisitor method = to.visitMethod(ACC_PUBLIC, "<init>", CONSTRUCTOR, null, null);
    method.visitCode();
    for (int i = 0; i < 3; i++) {
      method.visitVarInsn(ALOAD, i);
    }
    method.visitMethodInsn(INVOKESPECIAL, superName, "<init>", CONSTRUCTOR, false);
    end(method, RETURN, 3, 3);
  }

  private static void end(MethodVisitor method, int returning, int stack, int locals) {
    method.visitInsn(returning);
    method.visitMaxs(stack, locals);
    method.visitEnd();
  }

  /** Where the typed method has the caller's state. */
  private int caller() {
    return JvmTypes.paramSize(type) + 1;
  }

  private int stackSize() {
    return JvmTypes.paramSize(type) + 4;
  }

  byte[] writeEntryPoint() {
    // Of a subtype, so that the check of an indirect call is a cast here, too.
    String above = type.supertype().map(ClassNames::signature).orElse(ENTRY_POINT);
    ClassWriter writer = newClass(ACC_PUBLIC | ACC_ABSTRACT, name, above);
    writeConstructor(writer, above);
    writer.visitMethod(ACC_PUBLIC | ACC_ABSTRACT, CALL, callDescriptor, null, null).visitEnd();
    writeCallBoxed(writer);
    writeInvoke(writer);
    writeCast(writer);
    writeDispatch(writer, "dispatch", CALL);
    tails.write(writer);
    writeDispatch(writer, ClassNames.DISPATCH_TAIL, ClassNames.TAIL);
    return writer.toByteArray();
  }

  private void writeCallBoxed(ClassWriter to) {
    MethodVisitor method = to.visitMethod(ACC_PUBLIC, "callBoxed", BOXED, null, null);
    method.visitCode();
    method.visitVarInsn(ALOAD, 0);
    Boxing.unboxArguments(method, type, 1);
    method.visitVarInsn(ALOAD, 2);
    method.visitMethodInsn(INVOKEVIRTUAL, name, CALL, callDescriptor, false);
    Boxing.boxResults(method, type);
    end(method, ARETURN, stackSize(), 3);
  }

  /** Calls a function's entry of the moment, and turns what comes out of it into traps. */
  private void writeInvoke(ClassWriter to) {
    String invoke = "(L" + FUNCTION + ";" + descriptor.substring(1);
    MethodVisitor method = to.visitMethod(ACC_PUBLIC | ACC_STATIC, "invoke", invoke, null, null);
    method.visitCode();
    Label start = new Label();
    Label end = new Label();
    Label handler = new Label();
    method.visitTryCatchBlock(start, end, handler, "java/lang/Throwable");
    method.visitLabel(start);
    method.visitVarInsn(ALOAD, 0);
    method.visitFieldInsn(GETFIELD, FUNCTION, "entry", "L" + ENTRY_POINT + ";");
    method.visitTypeInsn(CHECKCAST, name);
    JvmTypes.loadParams(method, type, 1);
    method.visitInsn(Opcodes.ACONST_NULL);
    method.visitMethodInsn(INVOKEVIRTUAL, name, CALL, callDescriptor, false);
    method.visitInsn(JvmTypes.returnInstruction(type));
    method.visitLabel(end);
    method.visitLabel(handler);
    Object[] caught = {"java/lang/Throwable"};
    method.visitFrame(Opcodes.F_NEW, 1, new Object[] {FUNCTION}, 1, caught);
    method.visitMethodInsn(
        INVOKESTATIC,
        ClassNames.of(Traps.class),
        "translate",
        "(Ljava/lang/Throwable;)Ljava/lang/RuntimeException;",
        false);
    end(method, ATHROW, stackSize(), JvmTypes.paramSize(type) + 1);
  }

  /** A virtual call whose receiver comes after the parameters, and then the caller. */
  private void writeDispatch(ClassWriter to, String dispatch, String called) {
    MethodVisitor method =
        to.visitMethod(
            ACC_PUBLIC | ACC_STATIC,
            dispatch,
            JvmTypes.descriptor(type, "L" + name + ";L" + STATE + ";"),
            null,
            null);
    int entry = JvmTypes.paramSize(type);
    method.visitCode();
    method.visitVarInsn(ALOAD, entry);
    JvmTypes.loadParams(method, type, 0);
    method.visitVarInsn(ALOAD, entry + 1);
    method.visitMethodInsn(INVOKEVIRTUAL, name, called, callDescriptor, false);
    end(method, JvmTypes.returnInstruction(type), stackSize(), entry + 2);
  }

  /** The element of a table as an entry of this type, or a trap. */
  private void writeCast(ClassWriter to) {
    MethodVisitor method =
        to.visitMethod(
            ACC_PUBLIC | ACC_STATIC, "cast", "(Ljava/lang/Object;)L" + name + ";", null, null);
    method.visitCode();
    Label mismatch = new Label();
    method.visitVarInsn(ALOAD, 0);
    method.visitTypeInsn(INSTANCEOF, name);
    method.visitJumpInsn(Opcodes.IFEQ, mismatch);
    method.visitVarInsn(ALOAD, 0);
    method.visitTypeInsn(CHECKCAST, name);
    method.visitInsn(ARETURN);
    method.visitLabel(mismatch);
    method.visitFrame(Opcodes.F_NEW, 1, new Object[] {JvmTypes.OBJECT}, 0, null);
    method.visitVarInsn(ALOAD, 0);
    method.visitLdcInsn(type.toString());
    method.visitMethodInsn(
        INVOKESTATIC,
        ClassNames.of(TableInstructions.class),
        "typeMismatch",
        "(Ljava/lang/Object;Ljava/lang/String;)Ljava/lang/RuntimeException;",
        false);
    end(method, ATHROW, 2, 1);
  }

  byte[] writeUnresolved() {
    ClassWriter writer = newClass(ACC_PUBLIC | ACC_FINAL, name + UNRESOLVED, name);
    writeConstructor(writer, name);
    MethodVisitor method = writer.visitMethod(ACC_PUBLIC, CALL, callDescriptor, null, null);
    method.visitCode();
    method.visitVarInsn(ALOAD, 0);
    method.visitMethodInsn(INVOKEVIRTUAL, ENTRY_POINT, "resolve", "()L" + ENTRY_POINT + ";", false);
    method.visitTypeInsn(CHECKCAST, name);
    JvmTypes.loadParams(method, type, 1);
    method.visitVarInsn(ALOAD, caller());
    method.visitMethodInsn(INVOKEVIRTUAL, name, CALL, callDescriptor, false);
    end(method, JvmTypes.returnInstruction(type), stackSize(), caller() + 1);
    return writer.toByteArray();
  }

  byte[] writeHost() {
    String host = name + HOST;
    ClassWriter writer = newClass(ACC_PUBLIC | ACC_FINAL, host, name);
    writer.visitField(ACC_FINAL, "handle", "L" + HANDLE + ";", null, null).visitEnd();
    writeHostConstructor(writer, host);
    MethodVisitor method = writer.visitMethod(ACC_PUBLIC, CALL, callDescriptor, null, null);
    method.visitCode();
    Label start = new Label();
    Label end = new Label();
    Label handler = new Label();
    method.visitTryCatchBlock(start, end, handler, "java/lang/Throwable");
    method.visitVarInsn(ALOAD, caller());
    TO_HOST.call(method);
    method.visitLabel(start);
    method.visitVarInsn(ALOAD, 0);
    method.visitFieldInsn(GETFIELD, host, "handle", "L" + HANDLE + ";");
    JvmTypes.loadParams(method, type, 1);
    method.visitMethodInsn(INVOKEVIRTUAL, HANDLE, "invokeExact", descriptor, false);
    // A host function may have swallowed the interrupt.
    ControlEmitter.POLL.call(method);
    method.visitInsn(JvmTypes.returnInstruction(type));
    method.visitLabel(end);
    method.visitLabel(handler);
    Object[] caught = {"java/lang/Throwable"};
    method.visitFrame(Opcodes.F_NEW, 1, new Object[] {host}, 1, caught);
    method.visitVarInsn(ALOAD, 0);
    method.visitFieldInsn(GETFIELD, ENTRY_POINT, "function", "L" + FUNCTION + ";");
    boolean isAnswered = type.results().equals(List.of(ValueType.I32));
    (isAnswered ? ANSWERED : UNANSWERED).call(method);
    end(method, isAnswered ? IRETURN : ATHROW, stackSize(), caller() + 1);
    return writer.toByteArray();
  }

  private void writeHostConstructor(ClassWriter to, String host) {
    MethodVisitor method = to.visitMethod(ACC_PUBLIC, "<init>", HOST_CONSTRUCTOR, null, null);
    method.visitCode();
    method.visitVarInsn(ALOAD, 0);
    method.visitVarInsn(ALOAD, 1);
    method.visitInsn(Opcodes.ACONST_NULL);
    method.visitMethodInsn(INVOKESPECIAL, name, "<init>", CONSTRUCTOR, false);
    method.visitVarInsn(ALOAD, 0);
    method.visitVarInsn(ALOAD, 2);
    method.visitFieldInsn(PUTFIELD, host, "handle", "L" + HANDLE + ";");
    end(method, RETURN, 3, 3);
  }

  byte[] writeFactory() {
    String signature = ClassNames.of(Signature.class);
    ClassWriter writer = newClass(ACC_PUBLIC | ACC_FINAL, name + FACTORY, signature);
    MethodVisitor constructor = writer.visitMethod(ACC_PUBLIC, "<init>", "()V", null, null);
    constructor.visitCode();
    constructor.visitVarInsn(ALOAD, 0);
    constructor.visitMethodInsn(INVOKESPECIAL, signature, "<init>", "()V", false);
    JvmTypes.nameObject(constructor);
    end(constructor, RETURN, 1, 1);
    writeNew(writer, "unresolved", name + UNRESOLVED, CONSTRUCTOR);
    writeNew(writer, "host", name + HOST, HOST_CONSTRUCTOR);
    writeInvoker(writer);
    return writer.toByteArray();
  }

  private void writeNew(ClassWriter to, String method, String made, String constructor) {
    String returning = constructor.replace(")V", ")L" + ENTRY_POINT + ";");
    MethodVisitor visitor = to.visitMethod(ACC_PUBLIC, method, returning, null, null);
    visitor.visitCode();
    visitor.visitTypeInsn(NEW, made);
    visitor.visitInsn(DUP);
    visitor.visitVarInsn(ALOAD, 1);
    visitor.visitVarInsn(ALOAD, 2);
    visitor.visitMethodInsn(INVOKESPECIAL, made, "<init>", constructor, false);
    // Else the verifier would load the class to see that it is an entry point.
    visitor.visitTypeInsn(CHECKCAST, ENTRY_POINT);
    end(visitor, ARETURN, 4, 3);
  }

  private void writeInvoker(ClassWriter to) {
    MethodVisitor method = to.visitMethod(ACC_PUBLIC, "invoker", "()L" + HANDLE + ";", null, null);
    method.visitCode();
    String invoke = "(L" + FUNCTION + ";" + descriptor.substring(1);
    method.visitLdcInsn(
        new org.objectweb.asm.Handle(Opcodes.H_INVOKESTATIC, name, "invoke", invoke, false));
    end(method, ARETURN, 1, 1);
  }
}
