package org.dylink.engine.jvm;

import java.util.List;
import org.dylink.engine.TrapException;
import org.dylink.engine.control.Waiters;
import org.dylink.engine.jvm.run.call.AtomicWaits;
import org.dylink.engine.jvm.run.memory.Atomics;
import org.dylink.engine.jvm.run.memory.MemoryView;
import org.dylink.engine.jvm.run.memory.NewMemory;
import org.dylink.engine.jvm.run.memory.SharedInstructions;
import org.dylink.engine.jvm.run.memory.SharedLoads;
import org.dylink.engine.jvm.run.memory.SharedMemory;
import org.dylink.engine.jvm.run.memory.SharedStores;
import org.dylink.format.Limits;
import org.dylink.format.MemoryType;

/**
 * {@link FirstUse} of what is for threads alone, before the first module for threads is compiled:
 * other programs do not wait for it.
 */
final class AtomicsFirstUse {
  private static final List<Class<?>> CLASSES =
      List.of(
          AtomicWaits.class,
          Atomics.class,
          SharedInstructions.class,
          SharedLoads.class,
          SharedMemory.class,
          SharedStores.class,
          Waiters.class);

  static {
    for (Class<?> each : CLASSES) {
      FirstUse.initialize(each);
    }
    MemoryView view = view(false);
    useAtomics(view);
    trap(view);
    MemoryView shared = view(true);
    useAtomics(shared);
    trap(shared);
    access(shared);
  }

  private AtomicsFirstUse() {}

  /** Returns when all was used. */
  static void ensure() {
    // The class is initialized now.
  }

  /** What {@link #ensure} makes ready, of the engine's. */
  static List<Class<?>> classes() {
    return CLASSES;
  }

  private static MemoryView view(boolean shared) {
    MemoryView view = new MemoryView();
    view.setMemory(NewMemory.of(new MemoryType(new Limits(1, 1), shared), 1));
    return view;
  }

  // A VarHandle's method is linked at each place that calls it.
  private static void useAtomics(MemoryView view) {
    Atomics.i32AtomicLoad(0, 0, view);
    Atomics.i32AtomicLoad8U(0, 0, view);
    Atomics.i32AtomicLoad16U(0, 0, view);
    Atomics.i64AtomicLoad(0, 0, view);
    Atomics.i32AtomicStore(0, 0, 0, view);
    Atomics.i32AtomicStore8(0, 0, 0, view);
    Atomics.i32AtomicStore16(0, 0, 0, view);
    Atomics.i64AtomicStore(0, 0L, 0, view);
    Atomics.i32AtomicRmwAdd(0, 0, 0, view);
    Atomics.i64AtomicRmwAdd(0, 0L, 0, view);
    Atomics.i32AtomicRmw8AddU(0, 0, 0, view);
    Atomics.i32AtomicRmwAnd(0, 0, 0, view);
    Atomics.i64AtomicRmwAnd(0, 0L, 0, view);
    Atomics.i32AtomicRmw8AndU(0, 0, 0, view);
    Atomics.i32AtomicRmwOr(0, 0, 0, view);
    Atomics.i64AtomicRmwOr(0, 0L, 0, view);
    Atomics.i32AtomicRmw8OrU(0, 0, 0, view);
    Atomics.i32AtomicRmwXor(0, 0, 0, view);
    Atomics.i64AtomicRmwXor(0, 0L, 0, view);
    Atomics.i32AtomicRmw8XorU(0, 0, 0, view);
    Atomics.i32AtomicRmwXchg(0, 0, 0, view);
    Atomics.i64AtomicRmwXchg(0, 0L, 0, view);
    Atomics.i32AtomicRmw8XchgU(0, 0, 0, view);
    Atomics.i32AtomicRmwCmpxchg(0, 0, 1, 0, view);
    Atomics.i64AtomicRmwCmpxchg(0, 1L, 0L, 0, view);
    Atomics.i32AtomicRmw16CmpxchgU(0, 1, 0, 0, view);
    Atomics.atomicFence();
    Atomics.afterCall();
    Atomics.memoryAtomicNotify(0, 1, 0, view);
  }

  private static void access(MemoryView view) {
    SharedStores.i32Store8(0, SharedLoads.i32Load8U(0, view), view);
    SharedStores.i32Store16(0, SharedLoads.i32Load16U(0, view), view);
    SharedStores.i32Store(0, SharedLoads.i32Load(0, view), view);
    SharedStores.i64Store(0, SharedLoads.i64Load(0, view), view);
    SharedStores.f32Store(0, SharedLoads.f32Load(0, view), view);
    SharedStores.f64Store(0, SharedLoads.f64Load(0, view), view);
    SharedInstructions.memoryFill(0, 0, 9, view);
    SharedInstructions.memoryCopy(0, 1, 1, view);
    AtomicWaits.memoryAtomicWait32(0, 0, 1, 0, view);
    AtomicWaits.memoryAtomicWait64(0, 0, 0, 0, view);
  }

  private static void trap(MemoryView view) {
    trap(() -> Atomics.i32AtomicLoad(1, 0, view));
    trap(() -> Atomics.i32AtomicLoad(-1, -1, view));
    trap(() -> AtomicWaits.memoryAtomicWait32(1, 0, 0, 0, view));
  }

  private static void trap(Runnable access) {
    try {
      access.run();
    } catch (TrapException e) {
      // All of it was used.
    }
  }
}
