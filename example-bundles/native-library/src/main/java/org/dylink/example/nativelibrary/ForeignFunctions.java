package org.dylink.example.nativelibrary;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** {@code java.lang.foreign} by reflection: Java 17 compiles what names none of it. */
final class ForeignFunctions {
  private static final String PACKAGE = "java.lang.foreign.";
  private static final Map<Class<?>, String> LAYOUTS =
      Map.of(
          int.class, "JAVA_INT",
          long.class, "JAVA_LONG",
          float.class, "JAVA_FLOAT",
          double.class, "JAVA_DOUBLE");

  private final Object linker = nativeLinker();
  private final Object symbols;

  private ForeignFunctions(Object symbols) {
    this.symbols = symbols;
  }

  /** Those that the linker knows by itself: of the C library. */
  static ForeignFunctions ofTheMachine() {
    return new ForeignFunctions(call(nativeLinker(), "Linker", "defaultLookup"));
  }

  /** Those of a file, or of a library that the machine finds by its name; it stays loaded. */
  static ForeignFunctions of(String file) {
    return new ForeignFunctions(
        call(null, "SymbolLookup", "libraryLookup", file, call(null, "Arena", "global")));
  }

  private static Object nativeLinker() {
    return call(null, "Linker", "nativeLinker");
  }

  /** {@code Linker.nativeLinker().downcallHandle(lookup.find(symbol), descriptor)}. */
  MethodHandle find(String library, String symbol, MethodType type) {
    Optional<?> address = (Optional<?>) call(symbols, "SymbolLookup", "find", symbol);
    if (address.isEmpty()) {
      throw new IllegalArgumentException(library + ": no native function " + symbol);
    }
    Object options = Array.newInstance(type("Linker$Option"), 0);
    return (MethodHandle)
        call(linker, "Linker", "downcallHandle", address.get(), descriptor(type), options);
  }

  private static Object descriptor(MethodType type) {
    Object parameters = Array.newInstance(type("MemoryLayout"), type.parameterCount());
    for (int i = 0; i < type.parameterCount(); i++) {
      Array.set(parameters, i, layout(type.parameterType(i)));
    }
    return type.returnType() == void.class
        ? call(null, "FunctionDescriptor", "ofVoid", parameters)
        : call(null, "FunctionDescriptor", "of", layout(type.returnType()), parameters);
  }

  private static Object layout(Class<?> number) {
    String name = LAYOUTS.get(number);
    if (name == null) {
      throw new IllegalArgumentException(
          "expected int, long, float or double, found " + number.getName());
    }
    try {
      return type("ValueLayout").getField(name).get(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("BUG: no layout " + name, e);
    }
  }

  private static Object call(Object target, String type, String method, Object... arguments) {
    try {
      return Arrays.stream(type(type).getMethods())
          .filter(each -> each.getName().equals(method) && fits(each, arguments))
          .findFirst()
          .orElseThrow(() -> new NoSuchMethodException(type + "." + method))
          .invoke(target, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException refused) {
        throw refused; // such as a file that is no library
      }
      throw new IllegalStateException("BUG: " + type + "." + method + ": " + e.getCause(), e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("BUG: " + type + "." + method + ": " + e, e);
    }
  }

  private static boolean fits(Method method, Object... arguments) {
    Class<?>[] parameters = method.getParameterTypes();
    boolean fits = parameters.length == arguments.length;
    for (int i = 0; fits && i < parameters.length; i++) {
      fits = parameters[i].isInstance(arguments[i]);
    }
    return fits;
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(PACKAGE + name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("BUG: no " + PACKAGE + name, e);
    }
  }
}
