package org.dylink.engine.jvm.run.call;

/**
 * A chain of calls that functions end in. Most of them are calls of the JVM, whose results the
 * caller hands on at once; a chain may be so many of them deep. When none is left, a function notes
 * its last call and returns: so do all that called it in the chain, down to the method that began
 * it, which makes the call that was noted.
 *
 * <p>A function that ends in calls has two methods: a body, which makes or notes its last call, and
 * one around it, for all who call it otherwise.
 */
public final class TailCall {
  /** How many calls of chains may be on the stack at once: the more, the more stack they take. */
  static final int DEPTH = 100;

  /**
   * How many of them a chain has that begins when these are used up, in a call of another chain.
   */
  private static final int LEAST = 10;

  private TailCall() {}

  /**
   * Begins a chain.
   *
   * @return what the chain around it may still have, for {@link #leave}
   */
  public static int enter(InstanceState state) {
    int outer = state.tailBudget;
    refill(state, outer);
    return outer;
  }

  private static void refill(InstanceState state, int outer) {
    state.tailBudget = Math.max(outer, LEAST);
  }

  /** Ends a chain, however it ends. */
  public static void leave(InstanceState state, int outer) {
    state.tailBudget = outer;
  }

  /** Whether a function of the same module may be called, which then is one step deeper. */
  public static boolean mayCall(InstanceState state) {
    int left = state.tailBudget;
    if (left <= 0) {
      return false;
    }
    state.tailBudget = left - 1;
    return true;
  }

  /** Whether an entry may be called: if it is a guest's, and one more step is left. */
  public static boolean mayCallEntry(EntryPoint entry, InstanceState state) {
    return entry.state != null && mayCall(state);
  }

  /**
   * Lets a chain go on in another instance.
   *
   * @return what chains there may have, for {@link #comeBack}
   */
  public static int goOver(InstanceState callee, InstanceState caller) {
    int outer = callee.tailBudget;
    callee.tailBudget = caller.tailBudget;
    return outer;
  }

  /** Returns to the caller's instance, with the call that was noted. */
  public static void comeBack(InstanceState callee, InstanceState caller, int outer) {
    callee.tailBudget = outer;
    if (callee.tailTarget != null) {
      long[] numbers = caller.tailNumbers;
      Object[] references = caller.tailReferences;
      caller.tailTarget = callee.tailTarget;
      caller.tailNumbers = callee.tailNumbers;
      caller.tailReferences = callee.tailReferences;
      callee.tailTarget = null;
      callee.tailNumbers = numbers;
      callee.tailReferences = references;
    }
  }

  /** Notes a call whose arguments are noted; generated code returns right after. */
  public static void note(EntryPoint target, InstanceState state) {
    state.tailTarget = target;
  }

  /** Whether a body has ended in a call that it noted. */
  public static boolean isNoted(InstanceState state) {
    return state.tailTarget != null;
  }

  private static EntryPoint take(InstanceState state, int outer) {
    EntryPoint noted = state.tailTarget;
    state.tailTarget = null;
    refill(state, outer);
    Poll.check();
    return noted.function.resolve();
  }

  // One for each way in which methods of the JVM give a result.

  /** Makes the noted call, and those that it ends in. */
  public static void finishVoid(InstanceState state, int outer) {
    do {
      take(state, outer).resumeVoid(state);
    } while (isNoted(state));
  }

  /** Makes the noted call, and those that it ends in; the last one's result. */
  public static int finishInt(InstanceState state, int outer) {
    int result;
    do {
      result = take(state, outer).resumeInt(state);
    } while (isNoted(state));
    return result;
  }

  /** Makes the noted call, and those that it ends in; the last one's result. */
  public static long finishLong(InstanceState state, int outer) {
    long result;
    do {
      result = take(state, outer).resumeLong(state);
    } while (isNoted(state));
    return result;
  }

  /** Makes the noted call, and those that it ends in; the last one's result. */
  public static float finishFloat(InstanceState state, int outer) {
    float result;
    do {
      result = take(state, outer).resumeFloat(state);
    } while (isNoted(state));
    return result;
  }

  /** Makes the noted call, and those that it ends in; the last one's result. */
  public static double finishDouble(InstanceState state, int outer) {
    double result;
    do {
      result = take(state, outer).resumeDouble(state);
    } while (isNoted(state));
    return result;
  }

  /** Makes the noted call, and those that it ends in; the last one's result. */
  public static Object finishObject(InstanceState state, int outer) {
    Object result;
    do {
      result = take(state, outer).resumeObject(state);
    } while (isNoted(state));
    return result;
  }
}
