package org.dylink.machine.ir;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.dylink.engine.jvm.code.Block;
import org.dylink.engine.jvm.code.Body;
import org.dylink.engine.jvm.code.Opcode;

/** Which locals each block sets, with those in it. */
final class AssignedLocals {
  private final Map<Block, BitSet> all = new HashMap<>();

  AssignedLocals(Body body) {
    for (int i = 0; i < body.size(); i++) {
      Opcode opcode = body.opcode(i);
      if (opcode == Opcode.LOCAL_SET || opcode == Opcode.LOCAL_TEE) {
        note(body.enclosing(i), body.index(i));
      }
    }
  }

  // Where it is noted, it is noted in the blocks around, too.
  private void note(Block block, int local) {
    Block around = block;
    while (around != null) {
      BitSet set = all.computeIfAbsent(around, each -> new BitSet());
      if (set.get(local)) {
        return;
      }
      set.set(local);
      around = around.outer();
    }
  }

  BitSet in(Block block) {
    return all.getOrDefault(block, new BitSet());
  }
}
