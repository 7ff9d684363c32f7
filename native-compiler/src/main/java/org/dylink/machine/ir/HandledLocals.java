package org.dylink.machine.ir;

import java.util.BitSet;
import org.dylink.engine.jvm.code.Block;
import org.dylink.engine.jvm.code.Body;
import org.dylink.engine.jvm.code.Opcode;

/**
 * The locals that are set where a handler may be next, which finds what lies in memory: a register
 * has what it had when the try was entered.
 */
final class HandledLocals {
  private final BitSet set = new BitSet();
  private boolean hasHandlers;

  private HandledLocals() {}

  static HandledLocals of(Body body) {
    HandledLocals locals = new HandledLocals();
    locals.hasHandlers = body.blocks().stream().anyMatch(HandledLocals::isTry);
    for (int i = 0; locals.hasHandlers && i < body.size(); i++) {
      Opcode opcode = body.opcode(i);
      boolean isSet = opcode == Opcode.LOCAL_SET || opcode == Opcode.LOCAL_TEE;
      if (isSet && isHandled(body.enclosing(i))) {
        locals.set.set(body.index(i));
      }
    }
    return locals;
  }

  private static boolean isTry(Block block) {
    return block.opening() == Opcode.TRY || block.opening() == Opcode.TRY_TABLE;
  }

  private static boolean isHandled(Block block) {
    Block around = block;
    while (around != null && !isTry(around)) {
      around = around.outer();
    }
    return around != null;
  }

  /** Whether the function catches anything. */
  boolean hasHandlers() {
    return hasHandlers;
  }

  boolean isVolatile(int local) {
    return set.get(local);
  }
}
