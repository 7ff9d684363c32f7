package org.dylink.binding.marshal;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
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
  private static final MethodHandle POINTER =
      Handles.virtual(BoundLibrary.class, "pointerOrNull", Handles.type(Pointer.class, int.class));
  private static final MethodHandle STRING =
      Handles.virtual(BoundLibrary.class, "stringOrNull", Handles.type(String.class, int.class));
  private static final MethodHandle STRUCT =
      Handles.virtual(
          BoundLibrary.class, "structOrNull", Handles.type(Record.class, Class.class, int.class));
  private static final MethodHandle ADDRESS =
      Handles.fixed(CallbackType.class, "address", Handles.type(int.class, Pointer.class));
  private static final MethodHandle TRUTH =
      Handles.fixed(CallbackType.class, "truth", Handles.type(boolean.class, int.class));

  private final String name;
  private final FunctionType type;
  private final MethodHandle method; // takes the target first

  private CallbackType(String name, FunctionType type, MethodHandle method) {
    this.name = name;
    this.type = type;
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
    List<ValueType> params = Arrays.stream(method.getParameterTypes()).map(ValueTypes::of).toList();
    List<ValueType> results =
        method.getReturnType() == void.class
            ? List.of()
            : List.of(ValueTypes.of(method.getReturnType()));
    return new CallbackType(
        type.getSimpleName(), new FunctionType(params, results), handle(type, method));
  }

  /** Puts a target into the function table; in the program's turn. */
  FunctionPointer pointTo(BoundLibrary library, Object target) {
    MethodHandle handle = method.bindTo(target);
    for (int i = 0; i < handle.type().parameterCount(); i++) {
      MethodHandle filter = reader(library, handle.type().parameterType(i));
      handle = filter == null ? handle : MethodHandles.filterArguments(handle, i, filter);
    }
    if (handle.type().returnType() == Pointer.class) {
      handle = MethodHandles.filterReturnValue(handle, ADDRESS);
    }
    MethodType own = Function.methodType(type);
    MethodHandle exact = MethodHandles.explicitCastArguments(handle, own);
    return library.entrance().pointTo(name, type, exact);
  }

  /** Makes a parameter of what C passes; null where a cast does it. */
  private static MethodHandle reader(BoundLibrary library, Class<?> parameter) {
    if (parameter == boolean.class) {
      return TRUTH;
    } else if (parameter == Pointer.class) {
      return POINTER.bindTo(library);
    } else if (parameter == String.class) {
      return STRING.bindTo(library);
    } else if (parameter.isRecord()) {
      MethodHandle read = MethodHandles.insertArguments(STRUCT, 0, library, parameter);
      return read.asType(Handles.type(parameter, int.class));
    }
    return null;
  }

  private static void check(Method method) {
    for (Class<?> parameter : method.getParameterTypes()) {
      if (!parameter.isPrimitive() && !parameter.isRecord() && !PARAMETERS.contains(parameter)) {
        throw unfit(method, parameter, "parameter");
      }
    }
    Class<?> result = method.getReturnType();
    if (!result.isPrimitive() && result != Pointer.class) {
      throw unfit(method, result, "result");
    }
  }

  private static IllegalArgumentException unfit(Method method, Class<?> type, String what) {
    String where = method.getDeclaringClass().getName() + "." + method.getName();
    return new IllegalArgumentException(
        where + ": " + type.getName() + " cannot be the " + what + " of a callback");
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

  @SuppressWarnings("unused") // called through a handle
  private static int address(Pointer pointer) {
    return pointer == null ? 0 : pointer.address();
  }

  @SuppressWarnings("unused") // called through a handle
  private static boolean truth(int value) {
    return value != 0;
  }
}
