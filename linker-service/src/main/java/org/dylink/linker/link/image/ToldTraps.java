package org.dylink.linker.link.image;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.linker.link.load.Admission;

/**
 * Tells of each trap once, though it may pass several entries into the program on its way out, and
 * of a stop once, though every later call is answered with one. Threads may share it.
 */
final class ToldTraps {
  private final Admission admission;
  // A trap is equal to itself alone.
  private final Set<TrapException> told =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
  private final AtomicBoolean stopped = new AtomicBoolean();

  ToldTraps(Admission admission) {
    this.admission = admission;
  }

  void tell(TrapException trap) {
    boolean isAsked = trap.kind() == TrapKind.STOPPED || trap.kind() == TrapKind.TIMEOUT;
    if (isAsked ? stopped.compareAndSet(false, true) : told.add(trap)) {
      admission.trapped(trap);
    }
  }
}
