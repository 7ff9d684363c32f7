package org.dylink.engine.jvm.emit;

import java.util.BitSet;

/** How a method gets at the locals of its function. */
interface Locals {
  /** Puts a local's value on the stack. */
  void get(MethodUnit to, int local);

  /** The variable of a local; -1 where it has none. */
  int slot(int local);

  /** Takes a local's value from the stack. */
  void set(MethodUnit to, int local);

  /** Takes over what a part that was called may have written. */
  default void refresh(MethodUnit to, BitSet changed) {}
}
