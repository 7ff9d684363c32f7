package org.dylink.engine.jvm.emit;

import org.dylink.format.ValueType;
import org.objectweb.asm.Label;

/**
 * The handler of a try block. Where the JVM enters a handler the stack is empty: operands that lie
 * below the block are kept in pinned slots from its start on.
 */
final class Handler {
  /** Where the JVM goes with an exception. */
  final Label label = new Label();

  /** The body: where it starts and ends. */
  final Label start = new Label();

  final Label end = new Label();

  /** The operands below the block, as far as a handler may need them. */
  final ValueType[] kept;

  /** Where they are. */
  final int[] places;

  /** The stack maps' types at the handler. */
  final Object[] frameTypes;

  /** What the slots were before the block. */
  final int mark;

  /**
   * Of a legacy block: where the exception is, once one is caught; and what follows its clauses.
   */
  int exceptionSlot = -1;

  Label nextClause;
  boolean bodyEnded;

  /** Of a legacy block: whether something is at its label, and who gets an exception if not. */
  boolean catches;

  Handler outer;

  /** Whether the body, which has ended, holds nothing that could throw. */
  boolean isEmpty() {
    return end.getOffset() <= start.getOffset();
  }

  Handler(ValueType[] kept, int[] places, Object[] frameTypes, int mark) {
    this.kept = kept;
    this.places = places;
    this.frameTypes = frameTypes;
    this.mark = mark;
  }
}
