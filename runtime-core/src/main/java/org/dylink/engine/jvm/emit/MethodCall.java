package org.dylink.engine.jvm.emit;

import java.lang.reflect.Method;
import org.dylink.engine.jvm.code.Body;
import org.dylink.engine.jvm.code.Immediate;
import org.dylink.engine.jvm.code.Opcode;
import org.dylink.engine.jvm.code.Operands;
import org.dylink.engine.jvm.run.memory.MemoryView;
import org.dylink.format.AddressType;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;

/**
 * A call of a method of {@code engine.jvm.run}, which takes an instruction's operands, then what
 * follows its code, and at the end the memories that it names, or the instance's state.
 */
final class MethodCall implements Lowering.Code {
  private final RunMethod method;
  private final Class<?>[] types;
  private final Immediate immediate;
  private final int views; // of memories, or the state
  private final int indexes;
  private final boolean takesOffset;

  private MethodCall(Method method, Opcode opcode) {
    this.method = RunMethod.of(method);
    this.types = method.getParameterTypes();
    this.immediate = opcode.immediate();
    this.views = countViews(types);
    this.indexes = indexes(immediate);
    this.takesOffset = isAccess(immediate) && types.length - views > operandCount(opcode);
  }

  static MethodCall of(Method method, Opcode opcode) {
    return new MethodCall(method, opcode);
  }

  private static int countViews(Class<?>... types) {
    int count = 0;
    for (Class<?> type : types) {
      count += MemoryView.class.isAssignableFrom(type) ? 1 : 0;
    }
    return count;
  }

  /** How many parameters the operands are. */
  private static int operandCount(Opcode opcode) {
    return opcode.type().params().stream().mapToInt(Operands::words).sum();
  }

  private static boolean isAccess(Immediate immediate) {
    return immediate == Immediate.MEMORY_ACCESS || immediate == Immediate.ATOMIC_ACCESS;
  }

  private static int indexes(Immediate immediate) {
    return switch (immediate) {
      case TWO_TABLES, ELEMENTS_AND_TABLE -> 2;
      case TABLE, ELEMENTS, DATA, DATA_AND_MEMORY -> 1;
      default -> 0;
    };
  }

  int parameterCount() {
    return types.length;
  }

  /** Whether it takes the operands at a position, and an offset where there is one. */
  boolean fits(Body body, int at) {
    if (isAccess(immediate) && !takesOffset && body.constant(at) != 0) {
      return false;
    }
    int params = types.length - views - indexes - (takesOffset ? 1 : 0);
    FunctionType type = body.opcode(at).type();
    int operands = type == null ? params : type.params().size();
    ValueType[] found = body.operands(at).typesFrom(body.operands(at).size() - operands);
    for (int i = 0; i < Math.min(operands, params); i++) {
      if (found[i] == ValueType.V128) {
        return true; // something else is made of it before the call
      } else if (found[i].javaType() != types[i]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void emit(Emitters to, int at) {
    Body body = to.body();
    MethodUnit unit = to.unit();
    if (takesOffset) {
      pushOffset(unit, body, at);
    }
    if (indexes > 0) {
      unit.pushInt(body.index(at));
    }
    if (indexes > 1) {
      unit.pushInt(body.second(at));
    }
    if (views > 1) {
      unit.loadMemory(body.index(at));
    }
    if (views > 0) {
      unit.loadMemory(namesMemory() ? body.second(at) : 0);
    }
    unit.call(method);
  }

  /** Pushes what a load or a store adds to its address. */
  static void pushOffset(MethodUnit unit, Body body, int at) {
    if (body.addressType(at) == AddressType.I32) {
      unit.pushInt((int) body.constant(at));
    } else {
      Constants.push(unit.code(), Opcode.I64_CONST, body.constant(at), false);
    }
  }

  private boolean namesMemory() {
    return switch (immediate) {
      case MEMORY, MEMORY_ACCESS, ATOMIC_ACCESS, TWO_MEMORIES, DATA_AND_MEMORY -> true;
      default -> false;
    };
  }
}
