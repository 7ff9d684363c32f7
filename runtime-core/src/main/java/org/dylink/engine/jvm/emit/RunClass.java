package org.dylink.engine.jvm.emit;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.dylink.engine.jvm.code.Opcode;
import org.dylink.format.AddressType;

/**
 * The methods of a class of {@code engine.jvm.run} that are instructions. Each takes the operands,
 * then as many indexes as follow the instruction's code, then, where it needs one, the instance's
 * state.
 */
final class RunClass {
  private final Map<String, List<Method>> methods = new HashMap<>();

  private RunClass(Predicate<Method> isWanted, Class<?>... owners) {
    for (Class<?> owner : owners) {
      add(owner, isWanted);
    }
  }

  private void add(Class<?> owner, Predicate<Method> isWanted) {
    for (Method method : owner.getDeclaredMethods()) {
      if (Modifier.isPublic(method.getModifiers()) && isWanted.test(method)) {
        methods.computeIfAbsent(method.getName(), name -> new ArrayList<>(2)).add(method);
      }
    }
  }

  static RunClass of(Class<?>... owners) {
    return new RunClass(method -> true, owners);
  }

  /** Those that take such an address, where there are others beside. */
  static RunClass of(Class<?> owner, AddressType addresses) {
    Class<?> other = addresses == AddressType.I32 ? long.class : int.class;
    return new RunClass(
        method -> method.getParameterCount() == 0 || method.getParameterTypes()[0] != other, owner);
  }

  /** The method of an instruction that has one only. */
  RunMethod method(Opcode opcode) {
    return method(opcode.text());
  }

  /** The only method that has this name, as a text: see {@link #named}. */
  RunMethod method(String text) {
    return RunMethod.of(named(text).get(0));
  }

  /** The methods of an instruction, by its name in the text format: loads and stores have two. */
  List<Method> named(String text) {
    List<Method> named = methods.get(camelCase(text));
    if (named == null) {
      throw new IllegalStateException("BUG: no method for " + text);
    }
    return named;
  }

  /** The name of an instruction's method: {@code i32DivS}. */
  private static String camelCase(String text) {
    StringBuilder name = new StringBuilder(text.length());
    boolean upper = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.' || c == '_') {
        upper = true;
      } else {
        name.append(upper ? Character.toUpperCase(c) : c);
        upper = false;
      }
    }
    return name.toString();
  }
}
