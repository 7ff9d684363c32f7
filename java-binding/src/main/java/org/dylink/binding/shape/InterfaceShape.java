package org.dylink.binding.shape;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.dylink.binding.Binding;
import org.dylink.binding.BindingException;
import org.dylink.binding.SymbolName;
import org.dylink.format.FunctionType;

/** An interface: its methods that are functions of a library, and what C has no place for. */
public final class InterfaceShape {
  /** A method, or what is wrong with it. */
  private record Read(String name, MethodShape shape, String problem) {}

  private final Class<?> type;
  private final List<Read> all; // in the order of names
  private final List<MethodShape> methods; // of these, what C has a place for

  private InterfaceShape(Class<?> type, List<Read> all) {
    this.type = type;
    this.all = all;
    this.methods = all.stream().map(Read::shape).filter(Objects::nonNull).toList();
  }

  /**
   * Looks at an interface.
   *
   * @throws IllegalArgumentException if the type is no interface
   */
  public static InterfaceShape of(Class<?> type) {
    if (!type.isInterface()) {
      throw new IllegalArgumentException(type.getName() + ": not an interface");
    }
    return new InterfaceShape(
        type,
        callable(type).filter(method -> !isBinding(method)).map(InterfaceShape::read).toList());
  }

  /** What Java does not implement itself, in the order of names. */
  static Stream<Method> callable(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(method -> Modifier.isAbstract(method.getModifiers()))
        .filter(method -> !isClose(type, method) && !isToString(method))
        .sorted(Comparator.comparing(Method::getName).thenComparing(Method::toString));
  }

  public Class<?> type() {
    return type;
  }

  /** The methods that C has a place for, in the order of their names. */
  public List<MethodShape> methods() {
    return methods;
  }

  /** Whether the interface's close() is that of AutoCloseable. */
  public boolean hasClose() {
    return hasClose(type);
  }

  /**
   * Holds the methods against a library.
   *
   * @param library its name
   * @param functions the type of the library's function of a name
   * @param searched where functions are looked for, asked if one is missing
   * @throws BindingException if a function is missing or has another signature: all of them at once
   */
  public void check(
      String library,
      Function<String, Optional<FunctionType>> functions,
      Supplier<String> searched) {
    List<String> problems = new ArrayList<>();
    for (Read read : all) {
      Optional<String> problem =
          read.shape() == null
              ? Optional.of(read.problem())
              : read.shape().problem(functions, searched);
      problem.ifPresent(text -> problems.add(read.name() + ": " + text));
    }
    if (!problems.isEmpty()) {
      throw new BindingException(library, type.getName(), problems);
    }
  }

  private static Read read(Method method) {
    try {
      return new Read(method.getName(), new MethodShape(method), null);
    } catch (IllegalArgumentException e) {
      return new Read(method.getName(), null, e.getMessage());
    }
  }

  private static boolean hasClose(Class<?> type) {
    return AutoCloseable.class.isAssignableFrom(type);
  }

  private static boolean isClose(Class<?> type, Method method) {
    return hasClose(type)
        && method.getName().equals("close")
        && method.getParameterCount() == 0
        && !method.isAnnotationPresent(SymbolName.class);
  }

  private static boolean isToString(Method method) {
    return method.getName().equals("toString") && method.getParameterCount() == 0;
  }

  private static boolean isBinding(Method method) {
    return method.getReturnType() == Binding.class && method.getName().equals("binding");
  }
}
