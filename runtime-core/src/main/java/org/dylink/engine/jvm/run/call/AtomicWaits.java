package org.dylink.engine.jvm.run.call;

import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.engine.control.Waiters;
import org.dylink.engine.jvm.run.memory.Atomics;
import org.dylink.engine.jvm.run.memory.LinearMemory;
import org.dylink.engine.jvm.run.memory.MemoryView;
import org.dylink.engine.stack.StackReserve;

/** Waiting for another thread (threads proposal), until the guest is to stop. */
public final class AtomicWaits {
  static final Waiters.Check CHECK = ThreadControl::checkCurrentThread;

  private AtomicWaits() {}

  public static int memoryAtomicWait32(
      int address, int expected, long nanos, int offset, MemoryView view) {
    long at = Atomics.at(address, offset, Integer.BYTES, view.memory);
    return waitable(view).await(at, expected, nanos, CHECK);
  }

  public static int memoryAtomicWait64(
      int address, long expected, long nanos, int offset, MemoryView view) {
    long at = Atomics.at(address, offset, Long.BYTES, view.memory);
    return waitable(view).await(at, expected, nanos, CHECK);
  }

  static LinearMemory waitable(MemoryView view) {
    StackReserve.check(); // a thread that cannot leave a queue is woken in another's place
    if (view.memory.waiters() != null) {
      return view.memory;
    }
    throw new TrapException(
        TrapKind.OTHER, "expected shared memory: nobody else can wake who waits");
  }
}
