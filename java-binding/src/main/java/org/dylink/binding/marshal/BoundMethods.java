package org.dylink.binding.marshal;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dylink.binding.Binding;
import org.dylink.binding.BindingException;
import org.dylink.binding.SymbolName;
import org.dylink.format.FunctionType;

/** The methods of an interface that are functions of a library, and what is wrong with them. */
final class BoundMethods {
  private final Class<?> type;
  private final BoundLibrary library;
  private final List<Signature> signatures = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  /**
   * Looks at an interface.
   *
   * @param functions the type of the library's function of a name
   * @param searched where functions are looked for, for messages
   * @throws IllegalArgumentException if the type is no interface
   */
  BoundMethods(
      Class<?> type,
      BoundLibrary library,
      Function<String, Optional<FunctionType>> functions,
      String searched) {
    if (!type.isInterface()) {
      throw new IllegalArgumentException(type.getName() + ": not an interface");
    }
    this.type = type;
    this.library = library;
    callable(type)
        .filter(method -> !isBinding(method))
        .forEach(method -> add(method, functions, searched));
  }

  /** What Java does not implement itself, in the order of names. */
  static Stream<Method> callable(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(method -> Modifier.isAbstract(method.getModifiers()))
        .filter(method -> !isClose(type, method) && !isToString(method))
        .sorted(Comparator.comparing(Method::getName).thenComparing(Method::toString));
  }

  /**
   * The methods, in the order of their names.
   *
   * @throws BindingException if a function is missing or has another signature: all of them at once
   */
  List<Signature> signatures() {
    if (!problems.isEmpty()) {
      throw new BindingException(library.library(), type.getName(), problems);
    }
    return signatures;
  }

  /** Whether the interface's close() is that of AutoCloseable. */
  static boolean hasClose(Class<?> type) {
    return AutoCloseable.class.isAssignableFrom(type);
  }

  private void add(
      Method method, Function<String, Optional<FunctionType>> functions, String searched) {
    try {
      Signature signature = new Signature(method, library);
      Optional<String> problem =
          problem(signature, functions.apply(signature.symbol()).orElse(null), searched);
      problem.ifPresentOrElse(
          text -> problems.add(method.getName() + ": " + text), () -> signatures.add(signature));
    } catch (IllegalArgumentException e) {
      problems.add(method.getName() + ": " + e.getMessage());
    }
  }

  private static Optional<String> problem(
      Signature signature, FunctionType found, String searched) {
    if (found == null) {
      return Optional.of("undefined function " + signature.symbol() + ": searched " + searched);
    } else if (!found.equals(signature.type())) {
      return Optional.of(
          "signature mismatch: expected "
              + signature.type()
              + ", the library has "
              + found
              + signature
                  .scalarStructs()
                  .map(i -> ": parameter " + i + " is a struct of one scalar, passed as that")
                  .findFirst()
                  .map(text -> text + "; @ByAddress passes its address")
                  .orElse(""));
    }
    return Optional.empty();
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
