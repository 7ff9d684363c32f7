package org.dylink.engine.stack;

import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;

/**
 * A piece of the Java stack that guests leave to the host. A guest can recurse to the end of the
 * stack. Code of the host that overflows there may break for all and for ever: a class whose
 * initializer overflows is unusable until the JVM ends, and what is half done stays so. So before a
 * guest reaches code that is not made for it, there must be room for that: if there is none, the
 * guest traps instead.
 *
 * <p>The size is the system property {@link #PROPERTY}. A thread whose whole stack is small leaves
 * less: about half of what it has when it enters a program first.
 */
public final class StackReserve {
  /** Bytes of stack that a guest's calls of the host find: 0 to 450,000. */
  public static final String PROPERTY = "dylink.stack.reserve";

  private static final int DEFAULT = 128 << 10;
  private static final int MOST = 450_000;

  // What calls of one guest function may differ by, of which only the first is checked.
  private static final int SLACK = 16 << 10;

  // What a guest's functions may use after a check until the next one.
  private static final int ALLOWANCE = 48 << 10;

  private static final int RUNGS = 5;

  // In a field of its own: for HotSpot it is a constant, and the call of it a direct one.
  private static final StackProbe PROBE;

  // Each of half the size of the one before.
  private static final StackProbe[] RUNG = new StackProbe[RUNGS];

  // Half of what the host finds with certainty, for a thread of each rung.
  private static final StackProbe[] HALF = new StackProbe[RUNGS];

  // The rung of a thread that has entered a program.
  private static final ThreadLocal<Integer> OF_THREAD = new ThreadLocal<>();

  // Whether any thread leaves less than the whole: then each is asked, as an overflow is slow.
  private static volatile boolean hasSmall;

  static {
    int size = Math.max(0, Math.min(MOST, Integer.getInteger(PROPERTY, DEFAULT)));
    size += size == 0 ? 0 : SLACK;
    for (int i = 0; i < RUNGS; i++) {
      RUNG[i] = ProbeWriter.newProbe((size == 0 ? 0 : size + ALLOWANCE) >> i);
      HALF[i] = ProbeWriter.newProbe(size >> (i + 1));
    }
    PROBE = RUNG[0];
    // Whoever is out of stack makes no class ready.
    isThere();
    fits(RUNG[RUNGS - 1]);
    fits(HALF[0]);
    exhausted();
  }

  private StackReserve() {}

  /** Makes ready what a check needs. Engines call it before there is a guest. */
  public static void prepare() {
    // The class is initialized now.
  }

  /**
   * Notes how large a thread's stack is, roughly. To be called when a thread enters a program.
   *
   * @return whether the answer will always be the same, so that the thread need not ask again
   */
  public static boolean measure() {
    Integer known = OF_THREAD.get();
    if (known != null && known == 0) {
      return true;
    }
    int fitting = 0;
    while (fitting < RUNGS && !fits(RUNG[fitting])) {
      fitting++;
    }
    // Half of it is for the guest.
    int rung = fitting == 0 ? 0 : Math.min(fitting + 1, RUNGS - 1);
    if (known == null || rung < known) {
      OF_THREAD.set(rung);
      hasSmall |= rung > 0;
    }
    return rung == 0;
  }

  /**
   * Lets a guest go on to code of the host.
   *
   * @throws TrapException of kind STACK_OVERFLOW if the stack has no room for that
   */
  public static void check() {
    checkAndAllow();
  }

  /**
   * As {@link #check}, for who counts what the guest uses, as a check costs as much as 200 calls.
   *
   * @return bytes of stack that the guest may use from here before it must be checked again
   */
  public static int checkAndAllow() {
    int allowed = allowance();
    if (allowed == 0) {
      throw exhausted();
    }
    return allowed;
  }

  /** Whether the stack has room for code of the host. */
  public static boolean isThere() {
    return allowance() > 0;
  }

  /** What {@link #checkAndAllow} returns; 0 if the stack has no room for code of the host. */
  public static int allowance() {
    if (hasSmall) {
      return allowanceOfThread();
    }
    try {
      PROBE.touch();
      return ALLOWANCE;
    } catch (StackOverflowError e) {
      return allowanceOfThread();
    }
  }

  /**
   * Lets the engine make something ready that generated code is about to use, in half of the
   * reserve: the host may ask for it, too, who has used some of the rest.
   *
   * @throws StackOverflowError if the stack has no room for that: the JVM tries again next time
   *     when it gets this error, and keeps others for ever where it links a call
   */
  public static void checkToPrepare() {
    int rung = rungOfThread();
    if (rung < 0 || !fits(HALF[rung])) {
      throw new StackOverflowError("call stack exhausted");
    }
  }

  private static int allowanceOfThread() {
    int rung = rungOfThread();
    return rung >= 0 && fits(RUNG[rung]) ? ALLOWANCE >> rung : 0;
  }

  // Or -1 if there is not even room to find out.
  private static int rungOfThread() {
    // First the least, for what is asked of the thread needs some itself.
    if (!fits(RUNG[RUNGS - 1])) {
      return -1;
    }
    Integer rung = OF_THREAD.get();
    if (rung == null) {
      // Who has entered no program is no guest: it loads modules, say, and leaves what it can.
      measure();
      rung = OF_THREAD.get();
    }
    return rung;
  }

  private static boolean fits(StackProbe probe) {
    try {
      probe.touch();
      return true;
    } catch (StackOverflowError e) {
      return false;
    }
  }

  private static TrapException exhausted() {
    return new TrapException(TrapKind.STACK_OVERFLOW, "call stack exhausted");
  }
}
