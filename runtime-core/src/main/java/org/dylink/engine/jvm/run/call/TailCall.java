package org.dylink.engine.jvm.run.call;

/**
 * A call that the caller's caller makes. A function that ends in calls is compiled twice: a body,
 * which notes its last call and returns, and a method around it, which makes the calls that were
 * noted until one gives a result.
 */
public final class TailCall {
  private TailCall() {}

  /** Notes a call; generated code returns right after. */
  public static void note(Object[] arguments, EntryPoint target, InstanceState state) {
    state.tailTarget = target;
    state.tailArguments = arguments;
  }

  /** Whether a body has ended in a call. */
  public static boolean isNoted(InstanceState state) {
    return state.tailTarget != null;
  }

  /** Makes the noted call, and those that it ends in; the last one's result. */
  public static Object make(InstanceState state) {
    InstanceState notedBy = state;
    while (true) {
      EntryPoint noted = notedBy.tailTarget;
      Object[] arguments = notedBy.tailArguments;
      notedBy.tailTarget = null;
      notedBy.tailArguments = null;
      Poll.check();
      EntryPoint target = noted.function.resolve();
      Object result = target.callInTail(arguments, notedBy);
      if (target.state == null) {
        return result;
      }
      notedBy = InstanceState.of(target.state, notedBy);
      if (notedBy.tailTarget == null) {
        return result;
      }
    }
  }
}
