package org.dylink.binding.shape;

import java.io.Serializable;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dylink.binding.In;
import org.dylink.binding.InOut;
import org.dylink.binding.Out;

/**
 * The methods of an interface as seen from another machine. Values get there and back; what C
 * writes into an array, an address, or an object of this JVM does not.
 */
public final class RemoteMethods {
  private RemoteMethods() {}

  /**
   * Finds out whether all methods can be called from another machine. Default methods are Java's:
   * of those nothing is said.
   *
   * @param library its name, for the message
   * @throws IllegalArgumentException with all that stays here
   */
  public static void check(Class<?> type, String library) {
    List<String> problems =
        InterfaceShape.callable(type).flatMap(RemoteMethods::problemsOf).toList();
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          "%s: %s cannot be called from another machine: %s"
              .formatted(library, type.getName(), String.join("; ", problems)));
    }
  }

  private static Stream<String> problemsOf(Method method) {
    Parameter[] parameters = method.getParameters();
    Stream<String> ofParameters =
        IntStream.range(0, parameters.length)
            .mapToObj(i -> problem(parameters[i]).map(text -> "parameter " + i + " " + text))
            .flatMap(Optional::stream);
    Stream<String> ofResult =
        problem(method.getReturnType()).map(text -> "result " + text).stream();
    return Stream.concat(ofParameters, ofResult).map(text -> method.getName() + ": " + text);
  }

  private static Optional<String> problem(Parameter parameter) {
    Class<?> type = parameter.getType();
    Class<?> element = type.isArray() ? type.getComponentType() : type;
    Optional<String> problem = problem(element);
    if (problem.isEmpty() && type.isArray() && Direction.of(parameter).isOut()) {
      return Optional.of("(" + type.getSimpleName() + ") is written to: " + said(parameter));
    }
    return problem;
  }

  private static String said(Parameter parameter) {
    return Stream.of(Out.class, InOut.class)
        .filter(parameter::isAnnotationPresent)
        .map(annotation -> "@" + annotation.getSimpleName())
        .findFirst()
        .orElse("not @" + In.class.getSimpleName());
  }

  private static Optional<String> problem(Class<?> type) {
    if (type.isPrimitive() || type == String.class) {
      return Optional.empty();
    } else if (!type.isRecord()) {
      return Optional.of("(" + type.getSimpleName() + ") is no value");
    } else if (!Serializable.class.isAssignableFrom(type)) {
      return Optional.of("(" + type.getSimpleName() + ") is not Serializable");
    }
    return Stream.of(type.getRecordComponents()).flatMap(RemoteMethods::problemOf).findFirst();
  }

  private static Stream<String> problemOf(RecordComponent component) {
    Class<?> type = component.getType();
    String place = component.getDeclaringRecord().getSimpleName() + "." + component.getName();
    Class<?> element = type.isArray() ? type.getComponentType() : type;
    return problem(element).map(text -> place + " " + text).stream();
  }
}
