package org.dylink.engine.jvm.emit;

import java.util.BitSet;
import org.dylink.format.ValueType;

/**
 * Locals in a method of a split function: some are variables of the method, the others stay in the
 * frame, and of some of these the method has a copy in a variable.
 */
final class SplitLocals implements Locals {
  private final FrameLayout layout;
  private final SlotLocals slots;
  private final BitSet inSlots = new BitSet();
  private final BitSet copied = new BitSet();

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

  /** Keeps copies of locals of the frame, so that reading them is not reading memory. */
  void copy(MethodUnit unit, BitSet locals) {
    for (int i = locals.nextSetBit(0); i >= 0; i = locals.nextSetBit(i + 1)) {
      layout.get(unit, i);
      keep(unit, i);
    }
    copied.or(locals);
  }

  @Override
  public void refresh(MethodUnit to, BitSet changed) {
    for (int i = copied.nextSetBit(0); i >= 0; i = copied.nextSetBit(i + 1)) {
      if (changed.get(i)) {
        layout.get(to, i);
        slots.set(to, i);
      }
    }
  }

  @Override
  public int slot(int local) {
    return inSlots.get(local) ? slots.slot(local) : -1;
  }

  @Override
  public void get(MethodUnit to, int local) {
    if (inSlots.get(local)) {
      slots.get(to, local);
    } else {
      layout.get(to, local);
    }
  }

  @Override
  public void set(MethodUnit to, int local) {
    if (copied.get(local)) {
      to.duplicate(layout.local(local));
    }
    if (inSlots.get(local)) {
      slots.set(to, local);
    }
    if (copied.get(local) || !inSlots.get(local)) {
      layout.put(to, local);
    }
  }
}
