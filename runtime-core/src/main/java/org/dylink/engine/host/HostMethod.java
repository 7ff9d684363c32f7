package org.dylink.engine.host;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import org.dylink.engine.Function;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;

/**
 * A Java method as C sees it.
 *
 * @param type what C passes and gets
 * @param handle takes the object that has the method, the guest, and then what the type says
 */
record HostMethod(FunctionType type, MethodHandle handle) {
  private static final int GUEST = 1;
  private static final List<ValueType> NUMBERS =
      List.of(ValueType.I32, ValueType.I64, ValueType.F32, ValueType.F64);

  /**
   * Derives what C sees from what Java has.
   *
   * @param what names the method in messages
   * @param method takes an Object, and may take a guest behind it
   * @throws IllegalArgumentException if C has no such type
   */
  static HostMethod of(String what, MethodHandle method) {
    boolean takesGuest =
        method.type().parameterCount() > GUEST && method.type().parameterType(GUEST) == Guest.class;
    MethodHandle handle =
        takesGuest ? method : MethodHandles.dropArguments(method, GUEST, Guest.class);
    return new HostMethod(typeOf(what, handle.type().dropParameterTypes(0, GUEST + 1)), handle);
  }

  /** The function for one program: the engine calls the method with nothing in between. */
  HostFunction bind(Object object, Guest guest) {
    MethodHandle bound = MethodHandles.insertArguments(handle, 0, object, guest);
    return new HostFunction(type, bound.asType(Function.methodType(type)));
  }

  private static FunctionType typeOf(String what, MethodType java) {
    List<ValueType> parameters = new ArrayList<>();
    for (int i = 0; i < java.parameterCount(); i++) {
      parameters.add(number(what + ": parameter " + (i + 1), java.parameterType(i)));
    }
    return java.returnType() == void.class
        ? new FunctionType(parameters, List.of())
        : new FunctionType(parameters, List.of(number(what + ": result", java.returnType())));
  }

  private static ValueType number(String where, Class<?> java) {
    return NUMBERS.stream()
        .filter(type -> type.javaType() == java)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    where + ": expected int, long, float or double, found " + java.getName()));
  }
}
