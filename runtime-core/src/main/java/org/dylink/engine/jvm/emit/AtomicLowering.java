package org.dylink.engine.jvm.emit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dylink.engine.jvm.code.Opcode;
import org.dylink.engine.jvm.run.memory.Atomics;
import org.objectweb.asm.Opcodes;

/**
 * Atomic accesses (threads proposal): calls of {@link Atomics}. They come in groups of one kind:
 * i32 and i64 whole, then 8 and 16 bits as i32, then 8, 16 and 32 bits as i64. What is of less than
 * 64 bits as i64 is the same as i32, between conversions.
 */
final class AtomicLowering {
  private static final int GROUP = 7;
  private static final int FIRST_CONVERTED = 4;
  private static final int[] SAME_WIDTH = {2, 3, 0}; // as i32, of those that are converted
  private static final long LOW_32 = 0xffff_ffffL;
  private static final RunMethod AFTER_CALL = RunMethod.of(Atomics.class, "afterCall");

  private AtomicLowering() {}

  /** A row for each access. */
  static Map<Opcode, Lowering> rows(
      Map<MemoryAccesses, RunClass> methods, Set<Opcode> accesses, int weight) {
    Map<Opcode, Lowering> rows = new EnumMap<>(Opcode.class);
    List<Opcode> all = new ArrayList<>(accesses);
    for (int first = 0; first < all.size(); first += GROUP) {
      for (int i = 0; i < FIRST_CONVERTED; i++) {
        Opcode opcode = all.get(first + i);
        rows.put(opcode, Lowering.of(weight, MethodLowering.of(methods, opcode)));
      }
      for (int i = FIRST_CONVERTED; i < GROUP; i++) {
        Opcode opcode = all.get(first + i);
        Lowering narrow = rows.get(all.get(first + SAME_WIDTH[i - FIRST_CONVERTED]));
        rows.put(opcode, Lowering.of(weight, converted(opcode, narrow.code())));
      }
    }
    return rows;
  }

  private static Lowering.Code converted(Opcode opcode, Lowering.Code narrow) {
    int operands = opcode.type().params().size() - 1; // beside the address
    boolean hasResult = !opcode.type().results().isEmpty();
    return (to, at) -> {
      wrap(to.unit(), operands);
      narrow.emit(to, at);
      if (hasResult) {
        extend(to.unit());
      }
    };
  }

  private static void wrap(MethodUnit unit, int operands) {
    if (operands > 0) {
      unit.op(Opcodes.L2I);
    }
    if (operands > 1) {
      unit.op(Opcodes.DUP_X2);
      unit.op(Opcodes.POP);
      unit.op(Opcodes.L2I);
      unit.op(Opcodes.SWAP);
    }
  }

  private static void extend(MethodUnit unit) {
    unit.op(Opcodes.I2L);
    unit.pushLong(LOW_32, false);
    unit.op(Opcodes.LAND);
  }

  /**
   * A call behind which plain loads are made anew, if the memory is shared: what HotSpot inlines is
   * no call any more, and a guest may wait for another thread in a loop that calls.
   */
  static Lowering fencedWhereShared(Lowering call) {
    Lowering.Code fenced =
        (to, at) -> {
          call.code().emit(to, at);
          if (to.hasSharedMemory()) {
            to.unit().call(AFTER_CALL);
          }
        };
    return new Lowering(
        fenced, call.weight(), call.takesCondition(), call.takesVectors(), call.isBoundary());
  }
}
