package org.dylink.engine.jvm.run.call;

import org.dylink.engine.jvm.run.memory.MemoryView;
import org.dylink.engine.jvm.run.memory.WideAtomics;

/** {@link AtomicWaits} at addresses of 64 bits. */
public final class WideAtomicWaits {
  private WideAtomicWaits() {}

  public static int memoryAtomicWait32(
      long address, int expected, long nanos, long offset, MemoryView view) {
    long at = WideAtomics.at(address, offset, Integer.BYTES, view.memory);
    return AtomicWaits.waitable(view).await(at, expected, nanos, AtomicWaits.CHECK);
  }

  public static int memoryAtomicWait64(
      long address, long expected, long nanos, long offset, MemoryView view) {
    long at = WideAtomics.at(address, offset, Long.BYTES, view.memory);
    return AtomicWaits.waitable(view).await(at, expected, nanos, AtomicWaits.CHECK);
  }
}
