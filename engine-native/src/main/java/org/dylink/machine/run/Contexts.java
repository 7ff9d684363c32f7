package org.dylink.machine.run;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.dylink.engine.Instance;
import org.dylink.engine.control.ThreadStates;
import org.dylink.engine.machine.ContextLayout;

/**
 * What threads have of an instance: its contexts, also as generated code finds them. Those that a
 * larger array has replaced stay, as threads may look at them.
 */
final class Contexts<I extends Contexts.Owner> extends ThreadStates<I> {
  /** An instance that has one. */
  interface Owner extends Instance {
    /** Its address. */
    long context();
  }

  private static final long WORD = 8;
  private static final int FEW = 4;

  private final Arena arena = Arena.ofAuto();
  private MemorySegment all; // guarded by this; null before there is one

  Contexts(I first) {
    super(first);
    setInstance(first);
  }

  @Override
  protected void changed(int number, I own) {
    if (all == null || number >= room()) {
      enlarge(Math.max(FEW, 2 * number));
    }
    put(number, own == null ? first() : own);
  }

  private long room() {
    return all.byteSize() / WORD - 1;
  }

  private void put(long number, I instance) {
    Raw.publish(all.address() + WORD * (1 + number), instance.context());
  }

  private void enlarge(long room) {
    MemorySegment before = all;
    all = arena.allocate(WORD * (1 + room), WORD);
    Raw.putLong(all.address(), room);
    for (int i = 0; i < room; i++) {
      put(i, first());
    }
    if (before != null) {
      MemorySegment.copy(before, WORD, all, WORD, before.byteSize() - WORD);
    }
    Raw.publish(first().context() + ContextLayout.CONTEXTS, all.address());
  }
}
