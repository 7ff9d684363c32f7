package org.dylink.engine.jvm.validate;

import org.dylink.engine.jvm.code.Block;
import org.dylink.engine.jvm.code.Opcode;

/** A part of a block that is open: what stands before its else, a clause, or its end. */
final class ControlFrame {
  private final Block block;
  private final Opcode opening;
  private boolean unreachable;

  /**
   * @param opening the instruction that opened this part: that of the block, else, catch; null for
   *     the function itself
   */
  ControlFrame(Block block, Opcode opening) {
    this.block = block;
    this.opening = opening;
  }

  Block block() {
    return block;
  }

  Opcode opening() {
    return opening;
  }

  /** Whether what follows now is never reached. */
  boolean isUnreachable() {
    return unreachable;
  }

  void setUnreachable() {
    unreachable = true;
  }
}
