package org.dylink.engine.jvm.emit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.dylink.engine.jvm.code.Block;
import org.dylink.engine.jvm.plan.Part;
import org.dylink.format.ValueType;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * A part of a function that is a method of its own. It keeps the locals that it uses in local
 * variables, which it fills at the start and writes back at the end; it returns how it was left: 0
 * if its last instruction was passed, else the number of the block that it branched to.
 */
final class PartUnit extends MethodUnit {
  /** More would make the method huge by filling and writing back alone. */
  private static final int MOST_VARIABLES = 500;

  private final FrameLayout layout;
  private final Part part;
  private final boolean keepsLocals;
  private final List<Block> exits = new ArrayList<>();
  private final Label epilogue = new Label();
  private final BitSet written = new BitSet(); // of the locals that are kept, and shared
  private boolean isLeft;

  /**
   * @param keepsLocals whether locals may be kept in variables: not where an exception could leave
   *     the part and be caught in the same function, which must see them
   */
  PartUnit(
      MethodVisitor method,
      VectorForm vectorForm,
      int baseHeight,
      FrameLayout layout,
      Part part,
      boolean keepsLocals) {
    super(method, vectorForm, baseHeight);
    this.layout = layout;
    this.part = part;
    this.keepsLocals = keepsLocals;
  }

  /** The blocks that it branches to, in the order of the numbers that it returns, from 1. */
  List<Block> exits() {
    return exits;
  }

  /** Starts the method: places the frame, and fills the variables of locals. */
  void begin(ValueType[] types, BitSet shared) {
    layout.addTo(this);
    setStateSlot(slots().add(ClassNames.STATE, 1));
    SplitLocals kept = new SplitLocals(layout, types);
    if (part.used().cardinality() <= MOST_VARIABLES) {
      kept.keepOwn(this, part.used(), shared);
      if (keepsLocals) {
        keepShared(kept, shared);
      }
    }
    setLocals(kept);
  }

  private void keepShared(SplitLocals kept, BitSet shared) {
    BitSet used = part.used();
    for (int i = used.nextSetBit(0); i >= 0; i = used.nextSetBit(i + 1)) {
      if (shared.get(i)) {
        layout.get(this, i);
        kept.keep(this, i);
      }
    }
    written.or(part.written());
    written.and(shared);
  }

  /** Leaves to a block outside, with what the branch carries as all that is on the stack. */
  void exit(Block to) {
    layout.send(this, to.labelTypes());
    int number = exits.indexOf(to) + 1;
    if (number == 0) {
      exits.add(to);
      number = exits.size();
    }
    leaveWith(number);
  }

  /** Leaves past the last instruction. */
  void leaveWith(int number) {
    pushInt(number);
    isLeft = true;
    jump(Opcodes.GOTO, epilogue);
  }

  void finish(int deepest) {
    if (isLeft) {
      place(epilogue, new Object[] {Opcodes.INTEGER});
      writeBack();
      leave(Opcodes.IRETURN);
    }
    end(deepest);
  }

  private void writeBack() {
    for (int i = written.nextSetBit(0); i >= 0; i = written.nextSetBit(i + 1)) {
      locals().get(this, i);
      layout.put(this, i);
    }
  }
}
