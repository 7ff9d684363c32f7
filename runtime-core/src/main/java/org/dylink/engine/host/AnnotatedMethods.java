package org.dylink.engine.host;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds the methods of a class that have {@link HostSymbol}: once a class. */
final class AnnotatedMethods {
  // Does not keep a bundle's class loader: the value lives and dies with the class.
  private static final ClassValue<HostMethods> FOUND =
      new ClassValue<>() {
        @Override
        protected HostMethods computeValue(Class<?> type) {
          return find(type);
        }
      };

  private AnnotatedMethods() {}

  /**
   * The methods of a class and of those that it extends.
   *
   * @throws IllegalArgumentException if one of them cannot be called from C
   */
  static HostMethods of(Class<?> type) {
    return FOUND.get(type);
  }

  /**
   * Those of a class that must have some.
   *
   * @throws IllegalArgumentException if it has none, or one that cannot be called from C
   */
  static HostMethods required(Class<?> type) {
    return of(type).required(type.getName() + ": no method has @HostSymbol");
  }

  // A JVM gives methods in no order: they are listed by symbol.
  private static HostMethods find(Class<?> type) {
    Map<String, HostMethod> methods = new TreeMap<>();
    annotated(type)
        .forEach(
            method -> {
              String symbol = symbol(method);
              if (methods.putIfAbsent(symbol, hostMethod(method)) != null) {
                throw new IllegalArgumentException(
                    describe(method) + ": another method has symbol " + symbol + " too");
              }
            });
    return new HostMethods(methods);
  }

  private static Stream<Method> annotated(Class<?> type) {
    return Stream.<Class<?>>iterate(type, each -> each != null, Class::getSuperclass)
        .flatMap(each -> Arrays.stream(each.getDeclaredMethods()))
        .filter(method -> method.isAnnotationPresent(HostSymbol.class) && !method.isBridge());
  }

  private static HostMethod hostMethod(Method method) {
    MethodHandle handle = handle(method);
    MethodHandle ofObject =
        Modifier.isStatic(method.getModifiers())
            ? MethodHandles.dropArguments(handle, 0, Object.class)
            : handle.asType(handle.type().changeParameterType(0, Object.class));
    HostMethod direct = HostMethod.of(describe(method), ofObject);
    return new HostMethod(direct.type(), ThrownErrors.handled(direct.handle(), method));
  }

  private static MethodHandle handle(Method method) {
    try {
      method.setAccessible(true);
      return MethodHandles.publicLookup().unreflect(method);
    } catch (InaccessibleObjectException | IllegalAccessException e) {
      String detail = describe(method) + ": cannot be called: " + e.getMessage();
      throw new IllegalArgumentException(detail, e);
    }
  }

  private static String symbol(Method method) {
    String given = method.getAnnotation(HostSymbol.class).value();
    return given.isEmpty() ? method.getName() : given;
  }

  private static String describe(Method method) {
    return method.getDeclaringClass().getName() + "." + method.getName();
  }
}
