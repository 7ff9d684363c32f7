package org.dylink.engine.jvm.emit;

import java.util.List;
import org.dylink.engine.jvm.code.Block;
import org.dylink.engine.jvm.code.Operands;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** Goes where a part that was called says that it was left to. */
final class PartExits {
  private final Emission emission;
  private final Branches branches;
  private final FrameLayout layout;

  /**
   * @param layout of the method that has called the part
   */
  PartExits(Emission emission, Branches branches, FrameLayout layout) {
    this.emission = emission;
    this.branches = branches;
    this.layout = layout;
  }

  /**
   * Goes on behind the call of a part, whose number is on the stack.
   *
   * @param passes whether the part may have passed its last instruction
   */
  void goOn(PartUnit left, boolean passes) {
    List<Block> exits = left.exits();
    if (passes && exits.size() == 1) {
      branchIfLeft(left);
    } else if (exits.size() > 1) {
      branchByNumber(left, passes);
    } else {
      emission.unit().op(Opcodes.POP);
      if (!passes) {
        branchAlways(left);
      }
    }
  }

  private void branchAlways(PartUnit left) {
    MethodUnit unit = emission.unit();
    if (left.exits().isEmpty()) {
      // Ends in a trap: the JVM must see that nothing follows.
      unit.op(Opcodes.ACONST_NULL);
      unit.leave(Opcodes.ATHROW);
    } else {
      branch(left, left.exits().get(0));
    }
  }

  private void branchIfLeft(PartUnit left) {
    MethodUnit unit = emission.unit();
    Label next = new Label();
    Object[] stack = emission.stackMap(below(left));
    Block to = left.exits().get(0);
    if (to.labelTypes().length == 0 && branches.isPlain(to, below(left))) {
      unit.jump(Opcodes.IFNE, branches.label(to));
      return;
    }
    unit.jump(Opcodes.IFEQ, next);
    branch(left, to);
    unit.place(next, stack);
  }

  private void branchByNumber(PartUnit left, boolean passes) {
    MethodUnit unit = emission.unit();
    List<Block> exits = left.exits();
    Label[] labels = new Label[exits.size()];
    boolean[] isStub = new boolean[labels.length];
    for (int i = 0; i < labels.length; i++) {
      Block to = exits.get(i);
      isStub[i] = to.labelTypes().length > 0 || !branches.isForSwitch(to, below(left));
      labels[i] = isStub[i] ? new Label() : branches.label(to);
    }
    Label next = new Label();
    Object[] stack = emission.stackMap(below(left));
    unit.code().visitTableSwitchInsn(1, labels.length, passes ? next : labels[0], labels);
    unit.setUnreachable();
    for (int i = 0; i < labels.length; i++) {
      if (isStub[i]) {
        unit.place(labels[i], stack);
        branch(left, exits.get(i));
      }
    }
    if (passes) {
      unit.place(next, stack);
    }
  }

  private void branch(PartUnit left, Block to) {
    layout.receive(emission.unit(), to.labelTypes());
    branches.branch(to, below(left));
  }

  /** The operands that stayed in this method when the part was called. */
  private Operands below(PartUnit left) {
    return emission.operands().cutTo(left.baseHeight());
  }
}
