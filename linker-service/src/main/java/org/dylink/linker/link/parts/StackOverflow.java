package org.dylink.linker.link.parts;

import org.dylink.engine.Global;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.linker.DataRegion;

/**
 * Tells a used-up stack from other wild accesses. The stack lies below all data, so that a guest
 * which needs more of it runs below address 0 and traps; the stack pointer shows that it did.
 */
final class StackOverflow {
  private StackOverflow() {}

  /** The trap, under its right name. */
  static TrapException explain(TrapException trap, Global stackPointer, DataRegion stack) {
    boolean isOverflow =
        trap.kind() == TrapKind.OUT_OF_BOUNDS_MEMORY
            && stack.size() > 0
            && isBelow(stackPointer, stack);
    if (!isOverflow) {
      return trap;
    }
    String detail = "stack of " + stack.size() + " bytes is used up";
    return new TrapException(TrapKind.STACK_OVERFLOW, detail, trap.guestStack(), trap);
  }

  // Below 0 it wraps around, and is a negative number to Java.
  private static boolean isBelow(Global stackPointer, DataRegion stack) {
    return stackPointer != null && (int) stackPointer.get() < stack.address();
  }
}
