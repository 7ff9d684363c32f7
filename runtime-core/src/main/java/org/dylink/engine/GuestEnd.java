package org.dylink.engine;

/**
 * A throwable that ends a guest. It passes through the guest's functions without any of their
 * handlers seeing it, also those that catch all exceptions.
 */
public interface GuestEnd {
  /**
   * Whether something that a host function throws is one: also a trap, unless it stands for an
   * exception that a guest has thrown, and whatever the JVM itself runs out of.
   */
  static boolean is(Throwable thrown) {
    if (thrown instanceof TrapException trap) {
      return trap.kind() != TrapKind.UNCAUGHT_EXCEPTION;
    }
    return thrown instanceof GuestEnd || thrown instanceof VirtualMachineError;
  }
}
