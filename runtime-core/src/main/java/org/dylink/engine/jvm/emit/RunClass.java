package org.dylink.engine.jvm.emit;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dylink.engine.jvm.code.Immediate;
import org.dylink.engine.jvm.code.Opcode;
import org.dylink.engine.jvm.run.InstanceState;

/**
 * The methods of a class of {@code engine.jvm.run} that are instructions. Each takes the operands,
 * then as many indexes as follow the instruction's code, then, where it needs one, the instance's
 * state.
 */
final class RunClass {
  private final Map<String, List<Method>> methods = new HashMap<>();

  private RunClass(Class<?> owner) {
    for (Method method : owner.getDeclaredMethods()) {
      if (Modifier.isPublic(method.getModifiers())) {
        methods.computeIfAbsent(method.getName(), name -> new ArrayList<>(2)).add(method);
      }
    }
  }

  static RunClass of(Class<?> owner) {
    return new RunClass(owner);
  }

  /** The method of an instruction that has one only. */
  RunMethod method(Opcode opcode) {
    return RunMethod.of(named(opcode).get(0));
  }

  private List<Method> named(Opcode opcode) {
    List<Method> named = methods.get(camelCase(opcode.text()));
    if (named == null) {
      throw new IllegalStateException("BUG: no method for " + opcode);
    }
    return named;
  }

  /** A call of the method of an instruction. */
  Lowering.Code lowering(Opcode opcode) {
    List<Method> named = named(opcode);
    if (opcode.immediate() == Immediate.MEMORY_ACCESS) {
      return access(named);
    }
    Method method = named.get(0);
    return call(RunMethod.of(method), takesState(method), indexes(opcode.immediate()));
  }

  /** With an offset, or, shorter, without. */
  private static Lowering.Code access(List<Method> named) {
    Method one = named.get(0);
    Method other = named.get(1);
    boolean shorterFirst = one.getParameterCount() < other.getParameterCount();
    Lowering.Code shorter = call(RunMethod.of(shorterFirst ? one : other), true, 0);
    Lowering.Code longer = call(RunMethod.of(shorterFirst ? other : one), true, 1);
    return (to, at) -> (to.body().index(at) == 0 ? shorter : longer).emit(to, at);
  }

  private static Lowering.Code call(RunMethod method, boolean takesState, int indexes) {
    return (to, at) -> {
      MethodUnit unit = to.unit();
      if (indexes > 0) {
        unit.pushInt(to.body().index(at));
      }
      if (indexes > 1) {
        unit.pushInt(to.body().second(at));
      }
      if (takesState) {
        unit.loadState();
      }
      unit.call(method);
    };
  }

  private static boolean takesState(Method method) {
    Class<?>[] types = method.getParameterTypes();
    return types.length > 0 && types[types.length - 1] == InstanceState.class;
  }

  private static int indexes(Immediate immediate) {
    return switch (immediate) {
      case TWO_TABLES, ELEMENTS_AND_TABLE -> 2;
      case TABLE, ELEMENTS, DATA, DATA_AND_MEMORY, LANE -> 1;
      default -> 0;
    };
  }

  /** The name of an instruction's method: {@code i32DivS}. */
  static String camelCase(String text) {
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
