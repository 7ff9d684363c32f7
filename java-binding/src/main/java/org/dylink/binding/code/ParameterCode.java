package org.dylink.binding.code;

import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.I2L;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.ISTORE;
import static org.objectweb.asm.Opcodes.POP2;

import java.lang.invoke.MethodType;
import org.dylink.binding.memory.BoundLibrary;
import org.dylink.binding.memory.CallingThread;
import org.dylink.binding.shape.MethodShape;
import org.dylink.binding.shape.ParameterShape;
import org.dylink.binding.value.Argument;
import org.dylink.binding.value.Passing;
import org.dylink.binding.value.UnsignedNumber;
import org.dylink.format.ValueType;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/** Writes what a call does with its parameters. */
final class ParameterCode {
  private static final String ARGUMENT = Type.getInternalName(Argument.class);
  private static final String THREAD = Type.getDescriptor(CallingThread.class);
  private static final String OBJECT = "Ljava/lang/Object;";

  private final MethodShape shape;
  private final MethodType type; // numbers and Object
  private final MethodVisitor code;
  private final ConstantFields constants;
  private final ObjectFields fields;
  private final int[] parameterAt;
  private final int[] passedAt; // what C is passed for a parameter that is no number
  private final int[] argumentConstants;

  ParameterCode(
      MethodShape shape,
      MethodType type,
      MethodVisitor code,
      ConstantFields constants,
      ObjectFields fields,
      BodyLocals locals) {
    this.shape = shape;
    this.type = type;
    this.code = code;
    this.constants = constants;
    this.fields = fields;
    int count = type.parameterCount();
    this.parameterAt = new int[count];
    this.passedAt = new int[count];
    this.argumentConstants = new int[count];
    for (int i = 0; i < count; i++) {
      parameterAt[i] = locals.add(type.parameterType(i));
    }
    for (int i = 0; i < count; i++) {
      ParameterShape parameter = shape.parameters().get(i);
      if (!parameter.isNumber()) {
        argumentConstants[i] = constants.add(Passing.of(parameter), Argument.class);
        passedAt[i] = parameter.passed().map(each -> locals.add(each.javaType())).orElse(-1);
      }
    }
  }

  /** Holds arrays against the numbers of elements that C is told. */
  void checkSizes(int thread) {
    for (int i = 0; i < parameterAt.length; i++) {
      int by = shape.sizedBy(i);
      if (by >= 0) {
        loadArgument(i, thread);
        loadCount(by, thread);
        invoke("checkSize", "(" + THREAD + OBJECT + "J)V");
      }
    }
  }

  /** Makes what C is passed of all that is no number. */
  void put(int thread) {
    for (int i = 0; i < parameterAt.length; i++) {
      if (!shape.parameters().get(i).isNumber()) {
        loadArgument(i, thread);
        invoke("put", "(" + THREAD + OBJECT + ")J");
        storePassed(i);
      }
    }
  }

  /** Loads what C is passed. */
  void load() {
    for (int i = 0; i < parameterAt.length; i++) {
      ParameterShape parameter = shape.parameters().get(i);
      if (!parameter.isNumber()) {
        int local = passedAt[i];
        parameter.passed().ifPresent(passed -> loadLocal(passed.javaType(), local));
      } else if (parameter.unsigned() != null) {
        loadUnsigned(i, parameter);
      } else {
        loadParameter(i);
      }
    }
  }

  /** Copies back what C has written. */
  void take(int thread) {
    for (int i = 0; i < parameterAt.length; i++) {
      if (shape.parameters().get(i).isWritten()) {
        loadArgument(i, thread);
        code.visitVarInsn(ILOAD, passedAt[i]);
        invoke("take", "(" + THREAD + OBJECT + "I)V");
      }
    }
  }

  private void loadCount(int parameter, int thread) {
    if (shape.parameters().get(parameter).isNumber()) {
      loadAsLong(parameter);
    } else {
      loadArgument(parameter, thread);
      invoke("count", "(" + THREAD + OBJECT + ")J");
    }
  }

  private void storePassed(int parameter) {
    ValueType passed = shape.parameters().get(parameter).passed().orElse(null);
    if (passed == null) {
      code.visitInsn(POP2);
      return;
    }
    new NumberCode(code).fromBits(passed);
    code.visitVarInsn(Type.getType(passed.javaType()).getOpcode(ISTORE), passedAt[parameter]);
  }

  private void loadUnsigned(int index, ParameterShape parameter) {
    UnsignedNumber number = new UnsignedNumber(parameter.unsigned());
    constants.load(code, constants.add(number, UnsignedNumber.class));
    fields.loadLibrary(code);
    loadAsLong(index);
    String owner = Type.getInternalName(UnsignedNumber.class);
    String pass = "(" + Type.getDescriptor(BoundLibrary.class) + "J)I";
    code.visitMethodInsn(INVOKEVIRTUAL, owner, "pass", pass, false);
  }

  /** An argument, the thread, and the value. */
  private void loadArgument(int parameter, int thread) {
    constants.load(code, argumentConstants[parameter]);
    code.visitVarInsn(ALOAD, thread);
    code.visitVarInsn(ALOAD, parameterAt[parameter]);
  }

  private void invoke(String method, String descriptor) {
    code.visitMethodInsn(INVOKEVIRTUAL, ARGUMENT, method, descriptor, false);
  }

  private void loadAsLong(int parameter) {
    loadParameter(parameter);
    if (type.parameterType(parameter) != long.class) {
      code.visitInsn(I2L);
    }
  }

  private void loadParameter(int parameter) {
    loadLocal(type.parameterType(parameter), parameterAt[parameter]);
  }

  private void loadLocal(Class<?> of, int local) {
    code.visitVarInsn(Type.getType(of).getOpcode(ILOAD), local);
  }
}
