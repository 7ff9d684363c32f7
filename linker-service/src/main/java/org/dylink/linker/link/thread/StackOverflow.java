package org.dylink.linker.link.thread;

import java.util.function.LongPredicate;
import org.dylink.engine.Global;
import org.dylink.engine.Memory;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.format.AddressType;
import org.dylink.format.MemoryType;
import org.dylink.linker.DataRegion;

/**
 * Tells a used-up stack from other wild accesses, by where the stack pointer is at the trap.
 *
 * <p>The first thread's stack lies below all data, so that a guest which needs more of it runs
 * below address 0. Another thread's lies in memory that C has allocated, and no guard lies below
 * it: one that runs through it goes down through the heap and the data of libraries until it leaves
 * the memory.
 */
public final class StackOverflow {
  /** For a stack of which nothing is known. */
  static final StackOverflow UNKNOWN = new StackOverflow("", pointer -> false);

  private final String detail;
  private final LongPredicate isUsedUp;

  private StackOverflow(String detail, LongPredicate isUsedUp) {
    this.detail = detail;
    this.isUsedUp = isUsedUp;
  }

  /**
   * Of the stack that libraries share.
   *
   * @param stack without a size if it is not known where it lies
   */
  public static StackOverflow of(DataRegion stack) {
    // Below 0 it wraps around, and is a negative number to Java.
    return stack.size() == 0
        ? UNKNOWN
        : new StackOverflow(
            "stack of " + stack.size() + " bytes is used up", pointer -> pointer < stack.address());
  }

  /**
   * Of a stack that C has allocated for a thread.
   *
   * @param heapBase below it C allocates nothing
   */
  public static StackOverflow of(GuestThread thread, Memory memory, long heapBase) {
    long mask = memory.type().addressType() == AddressType.I32 ? 0xffff_ffffL : Long.MAX_VALUE;
    return new StackOverflow(
        "stack of " + thread + " is used up",
        pointer -> {
          long address = pointer & mask;
          return address < heapBase || address > memory.pages() * MemoryType.PAGE_SIZE;
        });
  }

  /** The trap, under its right name. */
  TrapException explain(TrapException trap, Global stackPointer) {
    boolean isOverflow =
        trap.kind() == TrapKind.OUT_OF_BOUNDS_MEMORY
            && stackPointer != null
            && isUsedUp.test(((Number) stackPointer.get()).longValue());
    return isOverflow
        ? new TrapException(TrapKind.STACK_OVERFLOW, detail, trap.guestStack(), trap)
        : trap;
  }
}
