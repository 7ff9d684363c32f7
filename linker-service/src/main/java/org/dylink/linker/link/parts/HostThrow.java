package org.dylink.linker.link.parts;

import org.dylink.engine.host.CheckedHostException;

/** Gives the caller of a guest what a host function has thrown: guests declare no exceptions. */
public final class HostThrow {
  private HostThrow() {}

  /** Throws the exception itself; has a result so that the compiler knows where a method ends. */
  public static RuntimeException unchanged(CheckedHostException carrier) {
    throw as(carrier.getCause());
  }

  /** Throws anything, also what guests do not declare. */
  public static RuntimeException as(Throwable thrown) {
    throw HostThrow.<RuntimeException>unchecked(thrown);
  }

  // Nothing is cast: the compiler alone believes in the type.
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> E unchecked(Throwable thrown) throws E {
    throw (E) thrown;
  }
}
