package org.dylink.app.launch;

import java.util.function.IntConsumer;

/**
 * The end of this process with a command's exit code, unless it is ending already: then the code is
 * that of whoever ends it, a signal for one.
 */
final class ProcessEnd {
  private ProcessEnd() {}

  /**
   * Ends the process, or returns if it is ending.
   *
   * @param exit {@code System.exit}, which is of no use alone: up to Java 20 it does not wait for
   *     the end that has begun, but halts with its own code as soon as the hooks have run. A
   *     command that those have stopped would turn a signal's 143 into 134.
   */
  static void exit(int code, IntConsumer exit) {
    if (!isEnding()) {
      exit.accept(code);
    }
  }

  // Nothing else tells, and no later look would do: the JVM refuses hooks from the moment on at
  // which it has decided who ends it.
  private static boolean isEnding() {
    try {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> {}, "dylink-end"));
      return false;
    } catch (IllegalStateException e) {
      return true;
    }
  }
}
