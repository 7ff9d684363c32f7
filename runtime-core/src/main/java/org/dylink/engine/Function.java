package org.dylink.engine;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.Optional;
import java.util.stream.Stream;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;
import org.dylink.format.Vector;
import org.dylink.format.WasmModule;

/**
 * A function of a guest or of the host. An instance has one Function object per function, whether
 * it is exported, found in a table or both, so identity is function identity.
 */
public non-sealed interface Function extends Extern {
  @Override
  FunctionType type();

  /** How call stacks show it. */
  String name();

  /** A handle of type {@link #methodType}, for calls that are made often. */
  MethodHandle handle();

  /**
   * Where a function of a guest comes from, which is the same however it was reached: a slot has
   * the origin of what it is bound to.
   *
   * @return empty for a function of the host, and for a slot that is not bound
   */
  default Optional<Origin> origin() {
    return Optional.empty();
  }

  /**
   * Where a function is defined.
   *
   * @param module the module that has its code
   * @param index its index in the module, imports counted first
   */
  record Origin(WasmModule module, int index) {}

  /**
   * Calls the function.
   *
   * @param arguments Integer, Long, Float, Double or {@link Vector}, one for each parameter
   * @return null, the result, or an {@code Object[]} of several results
   * @throws TrapException if the guest traps or is stopped
   */
  Object call(Object... arguments);

  /**
   * The Java type of a function's handle: i32 is int, i64 long, f32 float, f64 double, a reference
   * Object; a v128 is two longs, the low half first, and as a result a {@link Vector}; no result is
   * void, several are {@code Object[]}.
   */
  static MethodType methodType(FunctionType type) {
    Class<?> result =
        switch (type.results().size()) {
          case 0 -> void.class;
          case 1 -> type.results().get(0).javaType();
          default -> Object[].class;
        };
    return MethodType.methodType(
        result, type.params().stream().flatMap(Function::parameters).toArray(Class<?>[]::new));
  }

  /**
   * For engines that make a function of a handle.
   *
   * @throws IllegalArgumentException if the handle is not of the type of the function's handles
   */
  static void checkHandle(String name, FunctionType type, MethodHandle handle) {
    if (!handle.type().equals(methodType(type))) {
      throw new IllegalArgumentException(
          name + ": expected a handle of type " + methodType(type) + ", found " + handle.type());
    }
  }

  private static Stream<Class<?>> parameters(ValueType type) {
    return type == ValueType.V128 ? Stream.of(long.class, long.class) : Stream.of(type.javaType());
  }
}
