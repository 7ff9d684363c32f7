package org.dylink.engine.endive;

import java.util.List;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;
import run.endive.runtime.CallResult;
import run.endive.wasm.types.Value;

/** Converts between boxed Java values and the raw bits that Endive passes. */
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
  static Object call(RawFunction function, Object[] arguments) {
    check(function, arguments);
    FunctionType type = function.type();
    long[] raw = raw(type.params(), arguments);
    if (!hasReferences(type)) {
      return boxedResults(type, function.invoke(raw), null);
    }
    CallResult result = function.invokeWithReferences(raw, arguments.clone());
    return boxedResults(type, result.longs(), result.refs());
  }

  static Object[] boxed(FunctionType type, long[] raw, Object[] references) {
    return box(type.params(), raw, references);
  }

  static long[] rawResults(FunctionType type, Object result) {
    return type.results().isEmpty() ? null : raw(type.results(), tuple(type, result));
  }

  static Object[] referenceResults(FunctionType type, Object result) {
    return type.results().isEmpty() ? null : tuple(type, result);
  }

  static long toRaw(ValueType type, Object value) {
    return switch (type) {
      case I32 -> (int) value;
      case I64 -> (long) value;
      case F32 -> Value.floatToLong((float) value);
      case F64 -> Value.doubleToLong((double) value);
      case EXTERNREF -> value == null ? Value.REF_NULL_VALUE : 0;
      case V128, FUNCREF, EXNREF ->
          throw new IllegalArgumentException("this engine takes no " + type + " from outside");
    };
  }

  static Object toBoxed(ValueType type, long raw, Object reference) {
    return switch (type) {
      case I32 -> (int) raw;
      case I64 -> raw;
      case F32 -> Value.longToFloat(raw);
      case F64 -> Value.longToDouble(raw);
      default -> reference;
    };
  }

  private static Object boxedResults(FunctionType type, long[] raw, Object[] references) {
    return switch (type.results().size()) {
      case 0 -> null;
      case 1 -> box(type.results(), raw, references)[0];
      default -> box(type.results(), raw, references);
    };
  }

  private static Object[] tuple(FunctionType type, Object result) {
    return type.results().size() == 1 ? new Object[] {result} : (Object[]) result;
  }

  private static boolean hasReferences(FunctionType type) {
    return type.params().stream().anyMatch(ValueType::isReference)
        || type.results().stream().anyMatch(ValueType::isReference);
  }

  private static long[] raw(List<ValueType> types, Object[] values) {
    long[] raw = new long[values.length];
    for (int i = 0; i < raw.length; i++) {
      raw[i] = toRaw(types.get(i), values[i]);
    }
    return raw;
  }

  private static Object[] box(List<ValueType> types, long[] raw, Object[] references) {
    Object[] values = new Object[types.size()];
    for (int i = 0; i < values.length; i++) {
      // Endive leaves an array out where no value needs it.
      values[i] =
          toBoxed(
              types.get(i), raw == null ? 0 : raw[i], references == null ? null : references[i]);
    }
    return values;
  }
}
