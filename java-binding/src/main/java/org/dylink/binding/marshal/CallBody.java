package org.dylink.binding.marshal;

import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.ATHROW;
import static org.objectweb.asm.Opcodes.I2L;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKEINTERFACE;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.ISTORE;
import static org.objectweb.asm.Opcodes.LCONST_0;
import static org.objectweb.asm.Opcodes.LLOAD;
import static org.objectweb.asm.Opcodes.LSTORE;
import static org.objectweb.asm.Opcodes.POP2;
import static org.objectweb.asm.Opcodes.RETURN;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import org.dylink.format.ValueType;
import org.dylink.linker.Entrance;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Writes the code of one call, as one would by hand:
 *
 * <pre>{@code
 * entrance.enter();
 * long mark = scratch.mark();
 * try {
 *   int a0 = (int) argument0.put(scratch, p0);
 *   int result = function.invokeExact(a0, p1);
 *   argument0.take(scratch, p0, a0);
 *   scratch.release(mark);
 * } catch (Throwable e) {
 *   throw failures.leave(e, mark);
 * }
 * entrance.leave();
 * return result;
 * }</pre>
 *
 * <p>What takes no memory has no part with scratch.
 */
final class CallBody {
  private static final String ARGUMENT = Type.getInternalName(Argument.class);
  private static final String SCRATCH = Type.getInternalName(Scratch.class);

  private final Signature signature;
  private final MethodType type; // numbers and Object
  private final MethodVisitor code;
  private final NumberCode numbers;
  private final Constants constants;
  private final int[] parameterAt;
  private final int[] passedAt; // what C is passed for a parameter that is no number
  private final int[] argumentConstants;
  private int locals;

  CallBody(Signature signature, MethodType type, MethodVisitor code, Constants constants) {
    this.signature = signature;
    this.type = type;
    this.code = code;
    this.numbers = new NumberCode(code);
    this.constants = constants;
    int count = type.parameterCount();
    this.parameterAt = new int[count];
    this.passedAt = new int[count];
    this.argumentConstants = new int[count];
    for (int i = 0; i < count; i++) {
      parameterAt[i] = newLocal(type.parameterType(i));
    }
    for (int i = 0; i < count; i++) {
      Argument argument = signature.arguments().get(i);
      if (argument != null) {
        argumentConstants[i] = constants.add(argument, Argument.class);
        passedAt[i] = argument.type() == null ? -1 : newLocal(argument.type().javaType());
      }
    }
  }

  /**
   * Writes it.
   *
   * @param shared the constants that all methods use
   * @param function the function in C
   */
  void write(SharedConstants shared, MethodHandle function) {
    int mark = newLocal(long.class);
    int space = newLocal(int.class);
    int bits = newLocal(long.class);
    int result = newLocal(resultType());
    code.visitCode();
    turn(shared, "enter");
    mark(shared, mark);
    Label start = new Label();
    Label end = new Label();
    Label failed = new Label();
    code.visitTryCatchBlock(start, end, failed, "java/lang/Throwable");
    code.visitLabel(start);
    checkSizes();
    putAll(shared, space);
    call(function, space);
    storeResult(result, space, bits);
    takeAll(shared);
    release(shared, mark);
    code.visitLabel(end);
    turn(shared, "leave");
    returnResult(result);
    code.visitLabel(failed);
    fail(shared, mark);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private void turn(SharedConstants shared, String method) {
    constants.load(code, shared.entrance());
    code.visitMethodInsn(
        INVOKEINTERFACE, Type.getInternalName(Entrance.class), method, "()V", true);
  }

  private void mark(SharedConstants shared, int mark) {
    if (signature.usesMemory()) {
      constants.load(code, shared.scratch());
      code.visitMethodInsn(INVOKEVIRTUAL, SCRATCH, "mark", "()J", false);
    } else {
      code.visitLdcInsn(Failures.NO_MARK);
    }
    code.visitVarInsn(LSTORE, mark);
  }

  private void checkSizes() {
    for (int i = 0; i < parameterAt.length; i++) {
      int by = signature.sizedBy(i);
      if (by >= 0) {
        constants.load(code, argumentConstants[i]);
        code.visitVarInsn(ALOAD, parameterAt[i]);
        loadCount(by);
        code.visitMethodInsn(INVOKEVIRTUAL, ARGUMENT, "checkSize", "(Ljava/lang/Object;J)V", false);
      }
    }
  }

  private void loadCount(int parameter) {
    if (type.parameterType(parameter).isPrimitive()) {
      loadParameter(parameter);
      if (type.parameterType(parameter) == int.class) {
        code.visitInsn(I2L);
      }
      return;
    }
    constants.load(code, argumentConstants[parameter]);
    code.visitVarInsn(ALOAD, parameterAt[parameter]);
    code.visitMethodInsn(INVOKEVIRTUAL, ARGUMENT, "count", "(Ljava/lang/Object;)J", false);
  }

  private void putAll(SharedConstants shared, int space) {
    if (signature.hasResultSpace()) {
      constants.load(code, shared.scratch());
      code.visitLdcInsn(signature.result().space());
      code.visitMethodInsn(INVOKEVIRTUAL, SCRATCH, "take", "(I)I", false);
      code.visitVarInsn(ISTORE, space);
    }
    for (int i = 0; i < parameterAt.length; i++) {
      if (signature.arguments().get(i) != null) {
        constants.load(code, argumentConstants[i]);
        constants.load(code, shared.scratch());
        code.visitVarInsn(ALOAD, parameterAt[i]);
        String put = "(L" + SCRATCH + ";Ljava/lang/Object;)J";
        code.visitMethodInsn(INVOKEVIRTUAL, ARGUMENT, "put", put, false);
        storePassed(i, signature.arguments().get(i).type());
      }
    }
  }

  private void call(MethodHandle function, int space) {
    constants.load(code, constants.add(function, MethodHandle.class));
    if (signature.hasResultSpace()) {
      code.visitVarInsn(ILOAD, space);
    }
    for (int i = 0; i < parameterAt.length; i++) {
      loadPassed(i);
    }
    String descriptor = function.type().toMethodDescriptorString();
    code.visitMethodInsn(
        INVOKEVIRTUAL, Type.getInternalName(MethodHandle.class), "invokeExact", descriptor, false);
  }

  private void storePassed(int parameter, ValueType passed) {
    if (passed == null) {
      code.visitInsn(POP2);
      return;
    }
    numbers.fromBits(passed);
    code.visitVarInsn(Type.getType(passed.javaType()).getOpcode(ISTORE), passedAt[parameter]);
  }

  private void loadPassed(int parameter) {
    Argument argument = signature.arguments().get(parameter);
    UnsignedNumber number = signature.unsigned(parameter);
    if (argument != null && argument.type() != null) {
      Type asm = Type.getType(argument.type().javaType());
      code.visitVarInsn(asm.getOpcode(ILOAD), passedAt[parameter]);
    } else if (number != null) {
      constants.load(code, constants.add(number, UnsignedNumber.class));
      loadParameter(parameter);
      if (type.parameterType(parameter) != long.class) {
        code.visitInsn(I2L);
      }
      String owner = Type.getInternalName(UnsignedNumber.class);
      code.visitMethodInsn(INVOKEVIRTUAL, owner, "pass", "(J)I", false);
    } else if (argument == null) {
      loadParameter(parameter);
    }
  }

  private void storeResult(int result, int space, int bits) {
    if (signature.result() != null) {
      readResult(space, bits);
    } else if (signature.unsignedResult() != null) {
      numbers.widen(signature.unsignedResult());
    } else {
      numbers.narrow(resultType());
    }
    if (resultType() != void.class) {
      code.visitVarInsn(Type.getType(resultType()).getOpcode(ISTORE), result);
    }
  }

  private void readResult(int space, int bits) {
    Result result = signature.result();
    if (signature.hasResultSpace()) {
      code.visitVarInsn(ILOAD, space);
      code.visitInsn(I2L);
    } else if (result.type() == null) {
      code.visitInsn(LCONST_0);
    } else {
      numbers.toBits(result.type());
    }
    // The object is below its argument: the bits are put aside for a moment.
    code.visitVarInsn(LSTORE, bits);
    constants.load(code, constants.add(result, Result.class));
    code.visitVarInsn(LLOAD, bits);
    String owner = Type.getInternalName(Result.class);
    code.visitMethodInsn(INVOKEVIRTUAL, owner, "read", "(J)Ljava/lang/Object;", false);
  }

  private void takeAll(SharedConstants shared) {
    for (int i = 0; i < parameterAt.length; i++) {
      if (signature.arguments().get(i) != null && signature.arguments().get(i).isOut()) {
        constants.load(code, argumentConstants[i]);
        constants.load(code, shared.scratch());
        code.visitVarInsn(ALOAD, parameterAt[i]);
        code.visitVarInsn(ILOAD, passedAt[i]);
        String take = "(L" + SCRATCH + ";Ljava/lang/Object;I)V";
        code.visitMethodInsn(INVOKEVIRTUAL, ARGUMENT, "take", take, false);
      }
    }
  }

  private void release(SharedConstants shared, int mark) {
    if (signature.usesMemory()) {
      constants.load(code, shared.scratch());
      code.visitVarInsn(LLOAD, mark);
      code.visitMethodInsn(INVOKEVIRTUAL, SCRATCH, "release", "(J)V", false);
    }
  }

  private void returnResult(int result) {
    if (resultType() == void.class) {
      code.visitInsn(RETURN);
      return;
    }
    Type asm = Type.getType(resultType());
    code.visitVarInsn(asm.getOpcode(ILOAD), result);
    code.visitInsn(asm.getOpcode(org.objectweb.asm.Opcodes.IRETURN));
  }

  private void fail(SharedConstants shared, int mark) {
    int failure = newLocal(Object.class);
    code.visitVarInsn(ASTORE, failure);
    constants.load(code, shared.failures());
    code.visitVarInsn(ALOAD, failure);
    code.visitVarInsn(LLOAD, mark);
    code.visitMethodInsn(
        INVOKEVIRTUAL,
        Type.getInternalName(Failures.class),
        "leave",
        "(Ljava/lang/Throwable;J)Ljava/lang/RuntimeException;",
        false);
    code.visitInsn(ATHROW);
  }

  private void loadParameter(int parameter) {
    Type asm = Type.getType(type.parameterType(parameter));
    code.visitVarInsn(asm.getOpcode(ILOAD), parameterAt[parameter]);
  }

  private Class<?> resultType() {
    return type.returnType();
  }

  private int newLocal(Class<?> of) {
    int local = locals;
    locals += Type.getType(of).getSize();
    return local;
  }
}
