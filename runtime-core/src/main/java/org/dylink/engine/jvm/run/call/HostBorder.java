package org.dylink.engine.jvm.run.call;

import org.dylink.engine.stack.StackReserve;

/** Where a guest's call may leave the guest. */
public final class HostBorder {
  private HostBorder() {}

  // Less is not handed over: a loop that calls another instance, and takes nothing itself, would do
  // that for ever, and each of its calls would be checked.
  private static final int LEAST = 6 << 10;

  /**
   * Notes that a function of the guest begins that calls others. Who has used up the allowance
   * writes nothing.
   *
   * @param frame bytes of stack that it may need
   */
  public static void enter(int frame, InstanceState state) {
    state.allowance -= frame;
  }

  /**
   * Lets a call go to the host, if that has its reserve of stack.
   *
   * @param caller null for the host itself, which may do what it likes
   */
  public static void toHost(InstanceState caller) {
    if (caller != null && caller.allowance <= 0) {
      caller.allowance = StackReserve.checkAndAllow();
    }
  }

  /**
   * Lets a call come to a function that calls others: its instance goes on with the allowance of
   * the caller's. It has none from the host, of whose depth nothing is known.
   */
  public static void toGuest(InstanceState caller, InstanceState callee) {
    if (caller != callee) {
      callee.allowance = caller == null ? 0 : handOver(caller);
    }
  }

  private static long handOver(InstanceState caller) {
    if (caller.allowance < LEAST) {
      caller.allowance = StackReserve.allowance();
    }
    return caller.allowance;
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
