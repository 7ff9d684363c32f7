package org.dylink.engine.jvm;

import java.util.List;
import org.dylink.engine.TrapException;
import org.dylink.engine.jvm.run.call.InstanceState;
import org.dylink.engine.jvm.run.call.Traps;
import org.dylink.engine.jvm.run.call.WideAtomicWaits;
import org.dylink.engine.jvm.run.call.WideTableInstructions;
import org.dylink.engine.jvm.run.memory.LargeLoads;
import org.dylink.engine.jvm.run.memory.LargeStores;
import org.dylink.engine.jvm.run.memory.LargeVectorAccesses;
import org.dylink.engine.jvm.run.memory.MemoryView;
import org.dylink.engine.jvm.run.memory.NewMemory;
import org.dylink.engine.jvm.run.memory.SharedInstructions;
import org.dylink.engine.jvm.run.memory.WideAtomics;
import org.dylink.engine.jvm.run.memory.WideInstructions;
import org.dylink.format.AddressType;
import org.dylink.format.Limits;
import org.dylink.format.MemoryType;

/**
 * {@link FirstUse} of what is for memories of any size alone, and for addresses of 64 bits, before
 * the first module that has such: other programs do not wait for it.
 */
final class LargeFirstUse {
  private static final int PAGE = MemoryType.PAGE_SIZE;
  private static final List<Class<?>> CLASSES =
      List.of(
          LargeLoads.class,
          LargeStores.class,
          LargeVectorAccesses.class,
          WideAtomicWaits.class,
          WideAtomics.class,
          WideInstructions.class,
          WideTableInstructions.class);

  static {
    AtomicsFirstUse.ensure(); // they share what is for memories beside the heap
    for (Class<?> each : CLASSES) {
      FirstUse.initialize(each);
    }
    MemoryView view = new MemoryView();
    view.setMemory(NewMemory.of(new MemoryType(AddressType.I64, new Limits(1, 1), true), 1));
    access(view);
    useAtomics(view);
    InstanceState state = FirstUse.newState();
    trap(() -> LargeLoads.i32Load(PAGE, 0, view));
    trap(() -> LargeLoads.i32Load(-1L, -1L, view));
    trap(() -> WideInstructions.memoryFill(-1L, 0, 2, view));
    trap(() -> WideTableInstructions.callee(-1L, 0, state));
    trap(() -> WideTableInstructions.tableFill(0L, null, -1L, 0, state));
  }

  private LargeFirstUse() {}

  /** Returns when all was used. */
  static void ensure() {
    // The class is initialized now.
  }

  /** What {@link #ensure} makes ready, of the engine's. */
  static List<Class<?>> classes() {
    return CLASSES;
  }

  private static void access(MemoryView view) {
    LargeStores.i32Store8(0, LargeLoads.i32Load8U(0, 0, view), 0, view);
    LargeStores.i32Store16(0, LargeLoads.i32Load16U(0, 0, view), 0, view);
    LargeStores.i32Store(0, LargeLoads.i32Load(0, 0, view), 0, view);
    LargeStores.i64Store(0, LargeLoads.i64Load(0, 0, view), 0, view);
    LargeStores.f32Store(0, LargeLoads.f32Load(0, 0, view), 0, view);
    LargeStores.f64Store(0, LargeLoads.f64Load(0, 0, view), 0, view);
    SharedInstructions.memoryFill(0, 0, 9, view);
    WideInstructions.memoryCopy(0, 1, 1, view);
  }

  private static void useAtomics(MemoryView view) {
    WideAtomics.i32AtomicRmwAdd(0, 0, 0, view);
    WideAtomics.i32AtomicRmwAnd(0, 0, 0, view);
    WideAtomics.i32AtomicRmwOr(0, 0, 0, view);
    WideAtomics.i32AtomicRmwXor(0, 0, 0, view);
    WideAtomics.i32AtomicRmwXchg(0, 0, 0, view);
    WideAtomics.i32AtomicStore(0, WideAtomics.i32AtomicLoad(0, 0, view), 0, view);
    WideAtomics.i32AtomicRmw8CmpxchgU(0, 1, 0, 0, view);
    WideAtomics.i64AtomicRmwAdd(0, 0L, 0, view);
    WideAtomics.i64AtomicRmwAnd(0, 0L, 0, view);
    WideAtomics.i64AtomicRmwOr(0, 0L, 0, view);
    WideAtomics.i64AtomicRmwXor(0, 0L, 0, view);
    WideAtomics.i64AtomicRmwXchg(0, 0L, 0, view);
    WideAtomics.i64AtomicRmwCmpxchg(0, 1L, 0L, 0, view);
    WideAtomics.i64AtomicStore(0, WideAtomics.i64AtomicLoad(0, 0, view), 0, view);
    WideAtomics.memoryAtomicNotify(0, 1, 0, view);
    WideAtomicWaits.memoryAtomicWait32(0, 0, 1, 0, view);
  }

  private static void trap(Runnable access) {
    try {
      access.run();
    } catch (TrapException e) {
      // All of it was used.
    } catch (IndexOutOfBoundsException e) {
      ignoreTranslated(e);
    }
  }

  private static void ignoreTranslated(IndexOutOfBoundsException thrown) {
    try {
      Traps.translate(thrown);
    } catch (TrapException e) {
      // All of it was used.
    }
  }
}
