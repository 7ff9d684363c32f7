package org.dylink.engine.jvm.emit;

import java.util.List;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** How types of WebAssembly look in the JVM. References of all kinds are objects. */
final class JvmTypes {
  static final String OBJECT = "java/lang/Object";

  private JvmTypes() {}

  static String descriptor(ValueType type) {
    return switch (type.kind()) {
      case I32 -> "I";
      case I64 -> "J";
      case F32 -> "F";
      case F64 -> "D";
      default -> "Ljava/lang/Object;";
    };
  }

  /** Whether values are objects of the JVM. */
  static boolean isObject(ValueType type) {
    return !type.javaType().isPrimitive();
  }

  /** As stack maps name it. */
  static Object frameType(ValueType type) {
    return switch (type.kind()) {
      case I32 -> Opcodes.INTEGER;
      case I64 -> Opcodes.LONG;
      case F32 -> Opcodes.FLOAT;
      case F64 -> Opcodes.DOUBLE;
      default -> OBJECT;
    };
  }

  /** How many slots of the JVM it takes. */
  static int size(ValueType type) {
    return type == ValueType.I64 || type == ValueType.F64 ? 2 : 1;
  }

  /** The instruction for a type, of those whose codes stand in the order int, long, float, ... */
  static int forType(ValueType type, int intInstruction) {
    return intInstruction
        + switch (type.kind()) {
          case I32 -> 0;
          case I64 -> 1;
          case F32 -> 2;
          case F64 -> 3;
          default -> 4;
        };
  }

  /** Several results are an array. */
  static String resultDescriptor(List<ValueType> results) {
    return switch (results.size()) {
      case 0 -> "V";
      case 1 -> descriptor(results.get(0));
      default -> "[Ljava/lang/Object;";
    };
  }

  /** The descriptor of a typed call: no state, no identity. */
  static String descriptor(FunctionType type) {
    return params(type).append(')').append(resultDescriptor(type.results())).toString();
  }

  /** A typed call with one more argument at its end. */
  static String descriptor(FunctionType type, String last) {
    return params(type)
        .append(last)
        .append(')')
        .append(resultDescriptor(type.results()))
        .toString();
  }

  private static StringBuilder params(FunctionType type) {
    StringBuilder text = new StringBuilder("(");
    type.params().forEach(param -> text.append(descriptor(param)));
    return text;
  }

  /** Puts the parameters of a method on the stack. */
  static void loadParams(MethodVisitor method, FunctionType type, int firstSlot) {
    int slot = firstSlot;
    for (ValueType param : type.params()) {
      method.visitVarInsn(forType(param, Opcodes.ILOAD), slot);
      slot += size(param);
    }
  }

  /** How many slots the parameters take. */
  static int paramSize(FunctionType type) {
    int size = 0;
    for (ValueType param : type.params()) {
      size += size(param);
    }
    return size;
  }

  /** The instruction that returns from a method of this type. */
  static int returnInstruction(FunctionType type) {
    return switch (type.results().size()) {
      case 0 -> Opcodes.RETURN;
      case 1 -> forType(type.results().get(0), Opcodes.IRETURN);
      default -> Opcodes.ARETURN;
    };
  }
}
