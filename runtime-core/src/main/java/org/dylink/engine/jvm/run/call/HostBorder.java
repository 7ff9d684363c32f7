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
   * Lets a call go to an import or an element of a table: to the host only if that has its reserve
   * of stack. Another instance goes on with the allowance of this one.
   */
  public static void pass(EntryPoint callee, InstanceState caller) {
    if (callee.isHost) {
      if (caller.allowance <= 0) {
        caller.allowance = StackReserve.checkAndAllow();
      }
    } else if (callee.state != caller && callee.state != null) {
      callee.state.allowance = handOver(caller);
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
