package org.dylink.engine.endive;

import java.util.List;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;
import run.endive.runtime.CallResult;
import run.endive.wasm.types.Value;

/**
 * Converts between boxed Java values and the raw bits that Endive passes. Functions are numbered by
 * the instance whose bits they are.
 */
final class RawValues {
  private RawValues() {}

  static void check(RawFunction function, Object[] arguments) {
    int expected = function.type().params().size();
    if (arguments.length != expected) {
      throw new IllegalArgumentException(
          function.name() + ": expected " + expected + " arguments, found " + arguments.length);
    }
  }

  /** Calls a guest function with boxed arguments. */
  static Object call(RawFunction function, Object[] arguments, FunctionReferences functions) {
    check(function, arguments);
    FunctionType type = function.type();
    long[] raw = raw(type.params(), arguments, functions);
    if (!hasReferences(type)) {
      return boxedResults(type, function.invoke(raw), null, functions);
    }
    CallResult result = function.invokeWithReferences(raw, references(type.params(), arguments));
    return boxedResults(type, result.longs(), result.refs(), functions);
  }

  static Object[] boxed(
      FunctionType type, long[] raw, Object[] references, FunctionReferences functions) {
    return box(type.params(), raw, references, functions);
  }

  static long[] rawResults(FunctionType type, Object result, FunctionReferences functions) {
    return type.results().isEmpty() ? null : raw(type.results(), tuple(type, result), functions);
  }

  static Object[] referenceResults(FunctionType type, Object result) {
    return type.results().isEmpty() ? null : references(type.results(), tuple(type, result));
  }

  static long toRaw(ValueType type, Object value) {
    return switch (type.kind()) {
      case I32 -> (int) value;
      case I64 -> (long) value;
      case F32 -> Value.floatToLong((float) value);
      case F64 -> Value.doubleToLong((double) value);
      case V128, REFERENCE -> {
        if (type != ValueType.EXTERNREF) {
          throw new IllegalArgumentException("this engine takes no " + type + " from outside");
        }
        yield value == null ? Value.REF_NULL_VALUE : 0;
      }
    };
  }

  static Object toBoxed(ValueType type, long raw, Object reference) {
    return switch (type.kind()) {
      case I32 -> (int) raw;
      case I64 -> raw;
      case F32 -> Value.longToFloat(raw);
      case F64 -> Value.longToDouble(raw);
      default -> reference;
    };
  }

  private static Object boxedResults(
      FunctionType type, long[] raw, Object[] references, FunctionReferences functions) {
    return switch (type.results().size()) {
      case 0 -> null;
      case 1 -> box(type.results(), raw, references, functions)[0];
      default -> box(type.results(), raw, references, functions);
    };
  }

  private static Object[] tuple(FunctionType type, Object result) {
    return type.results().size() == 1 ? new Object[] {result} : (Object[]) result;
  }

  private static boolean hasReferences(FunctionType type) {
    return type.params().contains(ValueType.EXTERNREF)
        || type.results().contains(ValueType.EXTERNREF);
  }

  private static Object[] references(List<ValueType> types, Object[] values) {
    Object[] references = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      references[i] = types.get(i) == ValueType.EXTERNREF ? values[i] : null;
    }
    return references;
  }

  private static long[] raw(List<ValueType> types, Object[] values, FunctionReferences functions) {
    long[] raw = new long[values.length];
    for (int i = 0; i < raw.length; i++) {
      raw[i] =
          types.get(i) == ValueType.FUNCREF
              ? functions.referenceTo((RawFunction) values[i])
              : toRaw(types.get(i), values[i]);
    }
    return raw;
  }

  private static Object[] box(
      List<ValueType> types, long[] raw, Object[] references, FunctionReferences functions) {
    Object[] values = new Object[types.size()];
    for (int i = 0; i < values.length; i++) {
      // Endive leaves an array out where no value needs it.
      long bits = raw == null ? 0 : raw[i];
      values[i] =
          types.get(i) == ValueType.FUNCREF
              ? functions.referredTo((int) bits)
              : toBoxed(types.get(i), bits, references == null ? null : references[i]);
    }
    return values;
  }
}
