package org.dylink.engine.jvm.emit;

import java.util.ArrayList;
import java.util.List;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;
import org.dylink.format.Vector;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * How types of WebAssembly look in the JVM. References of all kinds are objects; a vector is two
 * longs, the low half first, but as the only result of a method an object.
 */
final class JvmTypes {
  static final String OBJECT = "java/lang/Object";
  static final String VECTOR = ClassNames.of(Vector.class);

  private JvmTypes() {}

  /**
   * Lets a class come across the class that references have. HotSpot 17 inlines no method with a
   * type that no class of the same loader and domain has come across.
   */
  static void nameObject(MethodVisitor to) {
    to.visitLdcInsn(Type.getObjectType(OBJECT));
    to.visitInsn(Opcodes.POP);
  }

  static String descriptor(ValueType type) {
    return switch (type.kind()) {
      case I32 -> "I";
      case I64 -> "J";
      case F32 -> "F";
      case F64 -> "D";
      case V128 -> "JJ";
      default -> "Ljava/lang/Object;";
    };
  }

  /** As stack maps name values of these types, where vectors are of a form. */
  static Object[] frameTypes(VectorForm form, List<ValueType> types) {
    List<Object> names = new ArrayList<>(types.size());
    for (ValueType type : types) {
      if (type == ValueType.V128) {
        form.partTypes().forEach(part -> names.add(frameType(part)));
      } else {
        names.add(frameType(type));
      }
    }
    return names.toArray();
  }

  private static Object frameType(ValueType type) {
    return switch (type.kind()) {
      case I32 -> Opcodes.INTEGER;
      case I64 -> Opcodes.LONG;
      case F32 -> Opcodes.FLOAT;
      case F64 -> Opcodes.DOUBLE;
      default -> OBJECT;
    };
  }

  /** As stack maps name what a method gives that has results. */
  static Object resultFrameType(List<ValueType> results) {
    if (results.size() > 1) {
      return "[L" + OBJECT + ";";
    }
    return results.get(0) == ValueType.V128 ? VECTOR : frameType(results.get(0));
  }

  /** How many slots of the JVM it takes. */
  static int size(ValueType type) {
    return switch (type.kind()) {
      case I64, F64 -> 2;
      case V128 -> 4;
      default -> 1;
    };
  }

  /** Puts a value on the stack that starts at a slot. */
  static void load(MethodVisitor to, VectorForm form, ValueType type, int slot) {
    if (type != ValueType.V128) {
      to.visitVarInsn(forType(type, Opcodes.ILOAD), slot);
      return;
    }
    for (int i = 0; i < form.parts(); i++) {
      to.visitVarInsn(forType(form.part(), Opcodes.ILOAD), slot + i * size(form.part()));
    }
  }

  /** Takes a value off the stack, into a slot and those behind it. */
  static void store(MethodVisitor to, VectorForm form, ValueType type, int slot) {
    if (type != ValueType.V128) {
      to.visitVarInsn(forType(type, Opcodes.ISTORE), slot);
      return;
    }
    for (int i = form.parts() - 1; i >= 0; i--) {
      to.visitVarInsn(forType(form.part(), Opcodes.ISTORE), slot + i * size(form.part()));
    }
  }

  /** The instruction for a type, of those whose codes stand in the order int, long, float, ... */
  private static int forType(ValueType type, int intInstruction) {
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
      case 1 -> results.get(0) == ValueType.V128 ? "L" + VECTOR + ";" : descriptor(results.get(0));
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
      load(method, VectorForm.LONGS, param, slot);
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
      case 1 -> returnInstruction(type.results().get(0));
      default -> Opcodes.ARETURN;
    };
  }

  private static int returnInstruction(ValueType type) {
    return type == ValueType.V128 ? Opcodes.ARETURN : forType(type, Opcodes.IRETURN);
  }
}
