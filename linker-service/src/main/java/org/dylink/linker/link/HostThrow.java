package org.dylink.linker.link;

import org.dylink.engine.host.CheckedHostException;

/** Gives the caller of a guest what a host function has thrown: guests declare no exceptions. */
final class HostThrow {
  private HostThrow() {}

  /** Throws the exception itself; has a result so that the compiler knows where a method ends. */
  static RuntimeException unchanged(CheckedHostException carrier) {
    throw HostThrow.<RuntimeException>as(carrier.getCause());
  }

  // Nothing is cast: the compiler alone believes in the type.
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> E as(Throwable thrown) throws E {
    throw (E) thrown;
  }
}
