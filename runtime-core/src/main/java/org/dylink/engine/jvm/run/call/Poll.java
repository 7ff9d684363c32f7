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
  private static final MethodHandle YES = MethodHandles.constant(boolean.class, true);
  private static final MutableCallSite SITE = new MutableCallSite(NO);
  private static final MethodHandle IS_ARMED = SITE.dynamicInvoker().asType(TYPE);

  private Poll() {}

  /** Called by generated code. */
  public static void check() {
    if (isArmed()) {
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
  static void arm(boolean armed) {
    SITE.setTarget(armed ? YES : NO);
    MutableCallSite.syncAll(new MutableCallSite[] {SITE});
  }
}
