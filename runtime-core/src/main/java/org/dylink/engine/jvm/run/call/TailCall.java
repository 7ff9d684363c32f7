package org.dylink.engine.jvm.run.call;

/**
 * A call that the caller's caller makes. A function that ends in calls is compiled twice: a body,
 * which notes its last call and returns, and a method around it, which makes the calls that were
 * noted until one gives a result.
 */
public final class TailCall {
  private final EntryPoint target;
  private final Object[] arguments;

  private TailCall(EntryPoint target, Object[] arguments) {
    this.target = target;
    this.arguments = arguments;
  }

  /** Notes a call; generated code returns right after. */
  public static void note(Object[] arguments, EntryPoint target, InstanceState state) {
    state.tailCall = new TailCall(target, arguments);
  }

  /** Whether a body has ended in a call. */
  public static boolean isNoted(InstanceState state) {
    return state.tailCall != null;
  }

  /** Makes the noted call, and those that it ends in; the last one's result. */
  public static Object make(InstanceState state) {
    InstanceState notedBy = state;
    while (true) {
      TailCall call = notedBy.tailCall;
      notedBy.tailCall = null;
      Poll.check();
      EntryPoint target = call.target.resolve();
      Object result = target.callInTail(call.arguments);
      notedBy = target.state;
      if (notedBy == null || notedBy.tailCall == null) {
        return result;
      }
    }
  }
}
