package org.dylink.engine.jvm.run.call;

import org.dylink.engine.stack.StackReserve;

/** Where a guest's call may leave the guest. */
public final class HostBorder {
  private HostBorder() {}

  /**
   * Checks that the host has its reserve of stack, once for each function of the guest that runs:
   * what the function calls later comes from the same depth.
   */
  public static void pass(EntryPoint callee, InstanceState caller) {
    if (callee.isHost && !caller.hasReserve) {
      StackReserve.check();
      caller.hasReserve = true;
    }
  }

  /**
   * Checks it before the engine makes something ready, or changes what it could leave half done.
   */
  public static void prepare() {
    StackReserve.check();
  }

  /** Whether there is room for the JVM to link a call, which it does once and for ever. */
  public static boolean canLink() {
    return StackReserve.isThere();
  }

  /** Checks that a class can be made, for the guest or for the host. */
  public static void load() {
    StackReserve.checkToPrepare();
  }
}
