package org.dylink.engine.jvm.run.call;

import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;

/** What code throws that its module must tell about. */
public final class Throws {
  private Throws() {}

  /** For a function whose body turned out not to be valid, or past the engine's limits. */
  public static RuntimeException invalid(int function, InstanceState state) {
    HostBorder.prepare();
    return new TrapException(TrapKind.OTHER, state.facts.refusal(function));
  }

  /** For the instruction {@code throw}. */
  public static GuestException exception(Object[] values, int tag, InstanceState thrower) {
    return new GuestException(thrower.facts, tag, thrower.tags[tag], values);
  }
}
