package org.dylink.engine.jvm.run.memory;

import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;

/**
 * Atomic instructions (threads proposal): a beginning. A memory that is not shared is used by one
 * thread at a time, so that nothing can come between reading and writing.
 */
public final class Atomics {
  private Atomics() {}

  public static int i32AtomicRmwAdd(int address, int operand, MemoryView memory) {
    return i32AtomicRmwAdd(address, operand, 0, memory);
  }

  public static int i32AtomicRmwAdd(int address, int operand, int offset, MemoryView memory) {
    requireAligned(address + offset, Integer.BYTES);
    int before = Loads.i32Load(address, offset, memory);
    Stores.i32Store(address, before + operand, offset, memory);
    return before;
  }

  private static void requireAligned(int address, int width) {
    if ((address & (width - 1)) != 0) {
      throw new TrapException(
          TrapKind.OTHER, "unaligned atomic access: address 0x" + Integer.toHexString(address));
    }
  }
}
