package org.dylink.engine.jvm.emit;

import org.objectweb.asm.Label;

/** The handler of a try block. */
final class Handler {
  /** Where the JVM goes with an exception. */
  final Label label = new Label();

  /** The body: where it starts and ends. */
  final Label start = new Label();

  final Label end = new Label();

  /** What the slots were before the block. */
  final int mark;

  /** How many operands were pinned before the block. */
  final int pinned;

  /**
   * Of a legacy block: where the exception is, once one is caught; and what follows its clauses.
   */
  int exceptionSlot = -1;

  Label nextClause;
  boolean bodyEnded;

  /** Of a legacy block: whether something is at its label, and who gets an exception if not. */
  boolean catches;

  /** What stack maps name at its label; null until something is there. */
  Object[] frameTypes;

  Handler outer;

  /** Whether the body, which has ended, holds nothing that could throw. */
  boolean isEmpty() {
    return end.getOffset() <= start.getOffset();
  }

  Handler(int mark, int pinned) {
    this.mark = mark;
    this.pinned = pinned;
  }
}
