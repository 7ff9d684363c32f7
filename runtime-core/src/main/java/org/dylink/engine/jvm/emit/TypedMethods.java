package org.dylink.engine.jvm.emit;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.dylink.format.ValueType;
import org.dylink.format.ValueType.Kind;

/** Methods that do the same for values of each kind; of vectors, for one half. */
final class TypedMethods {
  private static final List<ValueType> EACH_KIND =
      List.of(
          ValueType.I32,
          ValueType.I64,
          ValueType.F32,
          ValueType.F64,
          ValueType.V128,
          ValueType.EXTERNREF);

  private final Map<Kind, RunMethod> methods = new EnumMap<>(Kind.class);

  private TypedMethods() {}

  /** Methods that give a value: {@code getInt}, ..., {@code getReference}. */
  static TypedMethods getters(Class<?> owner, Class<?>... parameters) {
    TypedMethods found = new TypedMethods();
    for (ValueType type : EACH_KIND) {
      Class<?>[] types = parameters.clone();
      if (type.isReference() && types[0] == long[].class) {
        types[0] = Object[].class; // a frame has its objects in an array of their own
      }
      found.methods.put(type.kind(), RunMethod.of(owner, "get" + suffix(type), types));
    }
    return found;
  }

  private static String suffix(ValueType type) {
    return switch (type.kind()) {
      case I32 -> "Int";
      case I64, V128 -> "Long";
      case F32 -> "Float";
      case F64 -> "Double";
      default -> "Reference";
    };
  }

  /** Methods of one name that take a value first. */
  static TypedMethods setters(Class<?> owner, String name, Class<?>... others) {
    TypedMethods found = new TypedMethods();
    for (ValueType type : EACH_KIND) {
      Class<?>[] types = new Class<?>[others.length + 1];
      types[0] = type == ValueType.V128 ? long.class : type.javaType();
      System.arraycopy(others, 0, types, 1, others.length);
      if (type.isReference() && types[1] == long[].class) {
        types[1] = Object[].class;
      }
      found.methods.put(type.kind(), RunMethod.of(owner, name, types));
    }
    return found;
  }

  RunMethod of(ValueType type) {
    return methods.get(type.kind());
  }
}
