package org.dylink.engine.jvm.emit;

import java.lang.reflect.Method;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.dylink.engine.jvm.code.Immediate;
import org.dylink.engine.jvm.code.Opcode;
import org.dylink.engine.jvm.run.memory.MemoryView;

/** Instructions that become calls of methods of {@code engine.jvm.run}. */
final class MethodLowering {
  private MethodLowering() {}

  /** A call of the method of an instruction. */
  static Lowering.Code of(RunClass owner, Opcode opcode) {
    List<Method> named = owner.named(opcode);
    if (opcode.immediate() == Immediate.MEMORY_ACCESS) {
      return access(named);
    }
    Method method = named.get(0);
    return call(RunMethod.of(method), takesState(method), indexes(opcode.immediate()));
  }

  /** A call of the method that the memory's kind has for an instruction. */
  static Lowering.Code of(Map<MemoryAccesses, RunClass> owners, Opcode opcode) {
    Map<MemoryAccesses, Lowering.Code> codes = new EnumMap<>(MemoryAccesses.class);
    owners.forEach((kind, owner) -> codes.put(kind, of(owner, opcode)));
    return (to, at) -> codes.get(to.memory()).emit(to, at);
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
    return types.length > 0 && MemoryView.class.isAssignableFrom(types[types.length - 1]);
  }

  private static int indexes(Immediate immediate) {
    return switch (immediate) {
      case TWO_TABLES, ELEMENTS_AND_TABLE -> 2;
      case TABLE, ELEMENTS, DATA, DATA_AND_MEMORY, LANE, ATOMIC_ACCESS -> 1;
      default -> 0;
    };
  }
}
