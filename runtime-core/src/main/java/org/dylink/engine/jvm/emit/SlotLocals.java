package org.dylink.engine.jvm.emit;

import org.dylink.format.ValueType;

/** Locals that are local variables of the JVM method. */
final class SlotLocals implements Locals {
  private final ValueType[] types;
  private final int[] slots;

  SlotLocals(ValueType[] types) {
    this.types = types;
    this.slots = new int[types.length];
  }

  void place(int local, int slot) {
    slots[local] = slot;
  }

  @Override
  public int slot(int local) {
    return slots[local];
  }

  @Override
  public void get(MethodUnit to, int local) {
    to.load(types[local], slots[local]);
  }

  @Override
  public void set(MethodUnit to, int local) {
    to.store(types[local], slots[local]);
  }
}
