package org.dylink.engine.jvm.run.call;

import java.lang.invoke.MethodHandle;

/** Calls functions of one type from Java. */
public interface Invoker {
  /**
   * A handle that calls the function's entry of that moment, and gives out traps: its first
   * argument is the {@link JvmFunction}.
   */
  MethodHandle invoker();
}
