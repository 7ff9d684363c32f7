package org.dylink.engine.jvm.emit;

import org.objectweb.asm.Label;

/**
 * What an emitter keeps with a block that is open: where a branch to it jumps, and in which method.
 */
final class BranchTarget {
  final MethodUnit unit;

  /** Where branches go: the start of a loop, the end of any other block. */
  final Label label = new Label();

  /** Where an if goes whose condition does not hold, until its else is there. */
  Label otherwise;

  /** The handler of a try block; null of others. */
  Handler handler;

  private boolean used;

  BranchTarget(MethodUnit unit) {
    this.unit = unit;
  }

  void use() {
    used = true;
  }

  boolean isUsed() {
    return used;
  }
}
