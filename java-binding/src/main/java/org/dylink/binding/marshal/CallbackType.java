package org.dylink.binding.marshal;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.dylink.binding.Pointer;
import org.dylink.engine.Function;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;
import org.dylink.linker.FunctionPointer;

/** A functional interface as C sees it: the type of a function pointer. */
final class CallbackType {
  private static final Set<Class<?>> PARAMETERS = Set.of(Pointer.class, String.class);

  private final String name;
  private final List<CallbackParameter> parameters;
  private final CallbackResult result;
  private final FunctionType type;
  private final MethodHandle method; // takes the target first

  private CallbackType(
      String name, List<CallbackParameter> parameters, CallbackResult result, MethodHandle method) {
    this.name = name;
    this.parameters = parameters;
    this.result = result;
    this.type = typeOf(parameters, result);
    this.method = method;
  }

  /**
   * Looks at a functional interface.
   *
   * @throws IllegalArgumentException if it is none, or has types that C has not
   */
  static CallbackType of(Class<?> type) {
    List<Method> methods =
        Arrays.stream(type.getMethods())
            .filter(method -> Modifier.isAbstract(method.getModifiers()))
            .filter(method -> !isOfObject(method))
            .toList();
    if (!type.isInterface() || methods.size() != 1) {
      throw new IllegalArgumentException(type.getName() + ": not a functional interface");
    }
    Method method = methods.get(0);
    check(method);
    return new CallbackType(
        type.getSimpleName(), parametersOf(method), resultOf(method), handle(type, method));
  }

  /** Puts a target into the function table; in the program's turn. */
  FunctionPointer pointTo(BoundLibrary library, Object target) {
    MethodHandle handle = method.bindTo(target);
    // From the last to the first: a struct without anything in it takes a parameter away.
    for (int i = parameters.size() - 1; i >= 0; i--) {
      handle = parameters.get(i).adapt(handle, i, library);
    }
    handle = result.adapt(handle, library);
    MethodType own = Function.methodType(type);
    MethodHandle exact = MethodHandles.explicitCastArguments(handle, own);
    return library.entrance().pointTo(name, type, exact);
  }

  private static FunctionType typeOf(List<CallbackParameter> parameters, CallbackResult result) {
    List<ValueType> params = new ArrayList<>();
    if (result.hasSpace()) {
      params.add(ValueType.I32);
    }
    parameters.forEach(parameter -> parameter.type().ifPresent(params::add));
    return new FunctionType(params, result.type().stream().toList());
  }

  private static List<CallbackParameter> parametersOf(Method method) {
    List<CallbackParameter> parameters = new ArrayList<>();
    for (Parameter parameter : method.getParameters()) {
      String place = place(method) + ": parameter " + parameters.size();
      try {
        parameters.add(new CallbackParameter(parameter, place));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(place + ": " + e.getMessage(), e);
      }
    }
    return parameters;
  }

  private static CallbackResult resultOf(Method method) {
    String place = place(method) + ": result";
    try {
      return new CallbackResult(method, place);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(place + ": " + e.getMessage(), e);
    }
  }

  private static void check(Method method) {
    for (Class<?> parameter : method.getParameterTypes()) {
      if (!parameter.isPrimitive() && !parameter.isRecord() && !PARAMETERS.contains(parameter)) {
        throw unfit(method, parameter, "parameter");
      }
    }
    Class<?> result = method.getReturnType();
    if (!result.isPrimitive() && !result.isRecord() && result != Pointer.class) {
      throw unfit(method, result, "result");
    }
  }

  private static IllegalArgumentException unfit(Method method, Class<?> type, String what) {
    return new IllegalArgumentException(
        place(method) + ": " + type.getName() + " cannot be the " + what + " of a callback");
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
