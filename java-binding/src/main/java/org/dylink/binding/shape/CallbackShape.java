package org.dylink.binding.shape;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;

/**
 * A functional interface as C sees it: the type of a function pointer.
 *
 * @param name how call stacks show it
 * @param method takes the lambda first
 */
public record CallbackShape(
    String name, List<CallbackValue> parameters, CallbackValue result, MethodHandle method) {

  /**
   * Looks at a functional interface.
   *
   * @throws IllegalArgumentException if it is none, or has types that C has not
   */
  public static CallbackShape of(Class<?> type) {
    List<Method> methods =
        Arrays.stream(type.getMethods())
            .filter(method -> Modifier.isAbstract(method.getModifiers()))
            .filter(method -> !isOfObject(method))
            .toList();
    if (!type.isInterface() || methods.size() != 1) {
      throw new IllegalArgumentException(type.getName() + ": not a functional interface");
    }
    Method method = methods.get(0);
    CallbackValue.checkTypes(method, place(method));
    return new CallbackShape(
        type.getSimpleName(), parametersOf(method), resultOf(method), handle(type, method));
  }

  /** The type that the function has in C. */
  public FunctionType type() {
    List<ValueType> params = new ArrayList<>();
    if (result.isWrittenToMemory()) {
      params.add(ValueType.I32);
    }
    parameters.forEach(parameter -> parameter.passed().ifPresent(params::add));
    return new FunctionType(params, result.returned().stream().toList());
  }

  private static List<CallbackValue> parametersOf(Method method) {
    List<CallbackValue> parameters = new ArrayList<>();
    for (Parameter parameter : method.getParameters()) {
      String place = place(method) + ": parameter " + parameters.size();
      try {
        parameters.add(CallbackValue.of(parameter, place));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(place + ": " + e.getMessage(), e);
      }
    }
    return parameters;
  }

  private static CallbackValue resultOf(Method method) {
    String place = place(method) + ": result";
    try {
      return CallbackValue.ofResult(method, place);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(place + ": " + e.getMessage(), e);
    }
  }

  private static String place(Method method) {
    return method.getDeclaringClass().getName() + "." + method.getName();
  }

  private static boolean isOfObject(Method method) {
    return Arrays.stream(Object.class.getMethods())
        .anyMatch(
            each ->
                each.getName().equals(method.getName())
                    && Arrays.equals(each.getParameterTypes(), method.getParameterTypes()));
  }

  private static MethodHandle handle(Class<?> type, Method method) {
    try {
      return lookup(type).unreflect(method);
    } catch (IllegalAccessException e) {
      throw new IllegalArgumentException(type.getName() + ": not open to the binding", e);
    }
  }

  // Those of the JDK are public, and their packages not open; those of others may be private.
  private static MethodHandles.Lookup lookup(Class<?> type) throws IllegalAccessException {
    return Modifier.isPublic(type.getModifiers())
        ? MethodHandles.publicLookup()
        : MethodHandles.privateLookupIn(type, MethodHandles.lookup());
  }
}
