package org.dylink.engine.jvm.emit;

import java.util.BitSet;
import org.dylink.format.ValueType;

/**
 * Locals in a method of a split function: some are variables of the method, the others stay in the
 * frame.
 */
final class SplitLocals implements Locals {
  private final FrameLayout layout;
  private final SlotLocals slots;
  private final BitSet inSlots = new BitSet();

  SplitLocals(FrameLayout layout, ValueType[] types) {
    this.layout = layout;
    this.slots = new SlotLocals(types);
  }

  /** Keeps a local in a variable, which gets the value at the top of the stack. */
  void keep(MethodUnit unit, int local) {
    slots.place(local, unit.slots().add(layout.local(local)));
    slots.set(unit, local);
    inSlots.set(local);
  }

  /** Keeps locals that no other part sees: they are written before they are read. */
  void keepOwn(MethodUnit unit, BitSet used, BitSet shared) {
    for (int i = used.nextSetBit(0); i >= 0; i = used.nextSetBit(i + 1)) {
      if (!shared.get(i)) {
        unit.pushZero(layout.local(i));
        keep(unit, i);
      }
    }
  }

  @Override
  public void get(MethodUnit to, int local) {
    if (inSlots.get(local)) {
      slots.get(to, local);
    } else {
      layout.get(to, layout.local(local), local);
    }
  }

  @Override
  public void set(MethodUnit to, int local) {
    if (inSlots.get(local)) {
      slots.set(to, local);
    } else {
      layout.put(to, layout.local(local), local);
    }
  }
}
