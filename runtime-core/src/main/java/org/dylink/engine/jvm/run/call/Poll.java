package org.dylink.engine.jvm.run.call;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;

/**
 * Where a guest looks whether it is to stop: at each loop and in functions that call. While nobody
 * stops anything the look costs nothing, because HotSpot takes the call site's target for a
 * constant; when somebody does, the target is changed and all code that looked is compiled anew.
 */
public final class Poll {
  private static final MethodType TYPE = MethodType.methodType(boolean.class);
  private static final MethodHandle NO = MethodHandles.constant(boolean.class, false);
  // Another one of the same meaning: to the JVM a change is one only if the target is another.
  private static final MethodHandle NO_AGAIN =
      MethodHandles.insertArguments(MethodHandles.identity(boolean.class), 0, false);
  private static final MethodHandle YES = MethodHandles.constant(boolean.class, true);
  private static final MutableCallSite SITE = new MutableCallSite(NO);
  private static final MethodHandle IS_ARMED = SITE.dynamicInvoker().asType(TYPE);
  private static final boolean BY_SITE = takesSitesForConstants(System.getProperty("java.vm.info"));

  private static volatile boolean armed; // volatile, so that no loop keeps what it has once read

  private Poll() {}

  /**
   * Whether the JVM has HotSpot's second compiler: to the first one a call site's target is no
   * constant but a call, and the interpreter interprets it. There a field is what costs nothing.
   *
   * @param info what the JVM says of itself; null if it says nothing
   */
  private static boolean takesSitesForConstants(String info) {
    boolean isFirstAlone = info != null && info.contains("emulated-client");
    boolean isInterpreter = info != null && info.contains("interpreted mode");
    return !isFirstAlone && !isInterpreter;
  }

  /** Called by generated code. */
  public static void check() {
    if (BY_SITE ? isArmed() : armed) {
      ThreadControl.checkCurrentThread();
    }
  }

  private static boolean isArmed() {
    try {
      return (boolean) IS_ARMED.invokeExact();
    } catch (Error e) {
      throw e; // the stack may run out here as well as anywhere
    } catch (Throwable e) {
      throw new IllegalStateException("BUG: a constant throws", e);
    }
  }

  /** Makes every guest look, or no longer. */
  static void arm(boolean arm) {
    armed = arm;
    change(arm ? YES : NO);
  }

  /**
   * Lets all code that looks be compiled anew: a loop that has kept what it has once read, as the
   * entry of a function that it calls, reads it again.
   */
  static synchronized void renew() {
    if (SITE.getTarget() != YES) {
      change(SITE.getTarget() == NO ? NO_AGAIN : NO);
    }
  }

  private static synchronized void change(MethodHandle target) {
    SITE.setTarget(target);
    MutableCallSite.syncAll(new MutableCallSite[] {SITE});
  }
}
