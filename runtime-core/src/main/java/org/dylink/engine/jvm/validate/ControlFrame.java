package org.dylink.engine.jvm.validate;

import org.dylink.engine.jvm.binary.BlockType;
import org.dylink.engine.jvm.binary.Opcode;
import org.dylink.format.ValueType;

/** A block that is open: where a branch may go. */
public final class ControlFrame {
  private final Opcode opening;
  private final BlockType type;
  private final int height;
  private boolean unreachable;

  /** What an emitter keeps with the block. */
  public Object attachment;

  ControlFrame(Opcode opening, BlockType type, int height) {
    this.opening = opening;
    this.type = type;
    this.height = height;
  }

  /** The instruction that opened it, or its part: else, catch; null for the function itself. */
  public Opcode opening() {
    return opening;
  }

  public BlockType type() {
    return type;
  }

  /** How many operands lie below it. */
  public int height() {
    return height;
  }

  /** Whether what follows now is never reached. */
  public boolean isUnreachable() {
    return unreachable;
  }

  void setUnreachable() {
    unreachable = true;
  }

  /** What a branch to it carries: to a loop what that takes, else what the block leaves. */
  public ValueType[] labelTypes() {
    return opening == Opcode.LOOP ? type.params() : type.results();
  }
}
