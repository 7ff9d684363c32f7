package org.dylink.machine.ir;

import java.util.BitSet;
import java.util.List;
import org.dylink.machine.ir.FunctionText.Value;

/**
 * A block that is open; an if with its operands as its else finds them. What is thrown in it goes
 * to the inner handler, what is thrown behind it to the outer one.
 */
final class OpenBlock {
  final String label;
  final List<Value> slots;
  final int height;
  final String outerHandler;
  String innerHandler;
  boolean isReached;

  // What is known where it is entered, where it is left, and no more once it has been entered.
  Known before;
  Known after;
  BitSet assigned;

  // Of a try: where the next clause begins, and what was caught.
  String next;
  Value exception;
  Value tag;

  // Of an if.
  String elseLabel;
  List<Value> operands = List.of();

  OpenBlock(String label, List<Value> slots, int height, String handler) {
    this.label = label;
    this.outerHandler = handler;
    this.innerHandler = handler;
    this.slots = slots;
    this.height = height;
  }

  /** Something goes to its label. */
  void reach(Known known) {
    isReached = true;
    if (after == null) {
      after = known.copy();
    } else {
      after.meet(known);
    }
  }
}
