package org.dylink.machine.run;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.dylink.engine.Function;
import org.dylink.engine.jvm.code.Operands;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;
import org.dylink.format.Vector;

/** Handles that put arguments into words of memory, or take them from there. */
final class Crossings {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
  private static final Map<FunctionType, MethodHandle> CALLERS = new ConcurrentHashMap<>();
  private static final long WORD = 8;

  private Crossings() {}

  /** A handle that takes the function, then its parameters. */
  static MethodHandle caller(FunctionType type) {
    return CALLERS.computeIfAbsent(type, Crossings::newCaller);
  }

  private static MethodHandle newCaller(FunctionType type) {
    MethodType typed = Function.methodType(type).insertParameterTypes(0, DefinedFunction.class);
    MethodHandle code = // (buffer, function)
        find("call" + suffix(type), typed.returnType(), long.class, DefinedFunction.class);
    MethodType whole = typed.insertParameterTypes(0, long.class);
    int parameters = typed.parameterCount() - 1;
    MethodHandle all =
        MethodHandles.dropArguments(code, 2, whole.parameterList().subList(2, 2 + parameters));
    for (int i = 0; i < parameters; i++) {
      MethodHandle put = put(whole.parameterType(2 + i), i);
      MethodHandle one =
          MethodHandles.permuteArguments(put, whole.changeReturnType(void.class), 0, 2 + i);
      all = MethodHandles.foldArguments(all, one);
    }
    MethodHandle push = find("push", long.class, DefinedFunction.class);
    return MethodHandles.foldArguments(all, push);
  }

  private static String suffix(FunctionType type) {
    List<ValueType> results = type.results();
    if (results.size() != 1) {
      return results.isEmpty() ? "" : "Many";
    }
    return switch (results.get(0).kind()) {
      case I32 -> "Int";
      case I64 -> "Long";
      case F32 -> "Float";
      case F64 -> "Double";
      case V128 -> "Vector";
      default -> "Reference";
    };
  }

  /** A handle that takes the address of the words, and calls another with what lies there. */
  static MethodHandle served(FunctionType type, MethodHandle handle) {
    MethodHandle all = handle;
    int parameters = handle.type().parameterCount();
    int[] same = new int[parameters];
    MethodHandle[] gets = new MethodHandle[parameters];
    for (int i = 0; i < parameters; i++) {
      gets[i] = get(handle.type().parameterType(i), i);
    }
    all = MethodHandles.filterArguments(all, 0, gets);
    Class<?> result = handle.type().returnType();
    MethodHandle read =
        MethodHandles.permuteArguments(all, MethodType.methodType(result, long.class), same);
    if (result == void.class) {
      return read;
    }
    MethodHandle put = result == Object[].class ? putMany(type) : put(result, 0);
    MethodHandle swapped =
        MethodHandles.permuteArguments(
            put, MethodType.methodType(void.class, result, long.class), 1, 0);
    MethodHandle both = MethodHandles.collectArguments(swapped, 0, read);
    return MethodHandles.permuteArguments(
        both, MethodType.methodType(void.class, long.class), 0, 0);
  }

  private static MethodHandle putMany(FunctionType type) {
    MethodHandle put = find("putMany", void.class, List.class, long.class, Object[].class);
    return MethodHandles.insertArguments(put, 0, type.results()).asFixedArity();
  }

  private static MethodHandle put(Class<?> type, int index) {
    MethodHandle put = find("put", void.class, int.class, long.class, type);
    return MethodHandles.insertArguments(put, 0, index);
  }

  private static MethodHandle get(Class<?> type, int index) {
    String name = "get" + (type == Object.class ? "reference" : type.getName());
    return MethodHandles.insertArguments(find(name, type, int.class, long.class), 0, index);
  }

  private static MethodHandle find(String name, Class<?> result, Class<?>... parameters) {
    try {
      return LOOKUP.findStatic(Crossings.class, name, MethodType.methodType(result, parameters));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("BUG: Crossings." + name + " is gone", e);
    }
  }

  /** Arguments as handles take them: a vector is two. */
  static Object[] spread(Object... arguments) {
    return Arrays.stream(arguments)
        .flatMap(
            each ->
                each instanceof Vector vector
                    ? Stream.of(vector.low(), vector.high())
                    : Stream.of(each))
        .toArray();
  }

  static long push(DefinedFunction function) {
    return NativeThread.current().push(function.words());
  }

  static void call(long buffer, DefinedFunction function) {
    function.enter(buffer);
  }

  static int callInt(long buffer, DefinedFunction function) {
    function.enter(buffer);
    return Raw.getInt(buffer);
  }

  static long callLong(long buffer, DefinedFunction function) {
    function.enter(buffer);
    return Raw.getLong(buffer);
  }

  static float callFloat(long buffer, DefinedFunction function) {
    function.enter(buffer);
    return Raw.getFloat(buffer);
  }

  static double callDouble(long buffer, DefinedFunction function) {
    function.enter(buffer);
    return Raw.getDouble(buffer);
  }

  static Vector callVector(long buffer, DefinedFunction function) {
    function.enter(buffer);
    return getVector(0, buffer);
  }

  static Object callReference(long buffer, DefinedFunction function) {
    function.enter(buffer);
    return getreference(0, buffer);
  }

  static Object[] callMany(long buffer, DefinedFunction function) {
    function.enter(buffer);
    return getMany(function.type().results(), buffer);
  }

  /** Values of some types that lie in words. */
  static Object[] getMany(List<ValueType> types, long buffer) {
    Object[] results = new Object[types.size()];
    int word = 0;
    for (int i = 0; i < results.length; i++) {
      results[i] =
          switch (types.get(i).kind()) {
            case I32 -> getint(word, buffer);
            case I64 -> getlong(word, buffer);
            case F32 -> getfloat(word, buffer);
            case F64 -> getdouble(word, buffer);
            case V128 -> getVector(word, buffer);
            default -> getreference(word, buffer);
          };
      word += Operands.words(types.get(i));
    }
    return results;
  }

  /** Puts values of some types into words. */
  static void putMany(List<ValueType> types, long buffer, Object... values) {
    int word = 0;
    for (int i = 0; i < values.length; i++) {
      switch (types.get(i).kind()) {
        case I32 -> put(word, buffer, (int) values[i]);
        case I64 -> put(word, buffer, (long) values[i]);
        case F32 -> put(word, buffer, (float) values[i]);
        case F64 -> put(word, buffer, (double) values[i]);
        case V128 -> put(word, buffer, (Vector) values[i]);
        default -> put(word, buffer, values[i]);
      }
      word += Operands.words(types.get(i));
    }
  }

  static void put(int index, long buffer, int value) {
    Raw.putInt(buffer + WORD * index, value);
  }

  static void put(int index, long buffer, long value) {
    Raw.putLong(buffer + WORD * index, value);
  }

  static void put(int index, long buffer, float value) {
    Raw.putFloat(buffer + WORD * index, value);
  }

  static void put(int index, long buffer, double value) {
    Raw.putDouble(buffer + WORD * index, value);
  }

  static void put(int index, long buffer, Vector value) {
    put(index, buffer, value.low());
    put(index + 1, buffer, value.high());
  }

  static Vector getVector(int index, long buffer) {
    return Vector.of(getlong(index, buffer), getlong(index + 1, buffer));
  }

  static void put(int index, long buffer, Object value) {
    Raw.putLong(buffer + WORD * index, GuestReferences.of(value));
  }

  static int getint(int index, long buffer) {
    return Raw.getInt(buffer + WORD * index);
  }

  static long getlong(int index, long buffer) {
    return Raw.getLong(buffer + WORD * index);
  }

  static float getfloat(int index, long buffer) {
    return Raw.getFloat(buffer + WORD * index);
  }

  static double getdouble(int index, long buffer) {
    return Raw.getDouble(buffer + WORD * index);
  }

  static Object getreference(int index, long buffer) {
    return GuestReferences.at(Raw.getLong(buffer + WORD * index));
  }
}
