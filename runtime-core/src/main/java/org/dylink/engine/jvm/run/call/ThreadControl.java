package org.dylink.engine.jvm.run.call;

import org.dylink.engine.control.StopControl;
import org.dylink.engine.control.StoppingThreads;

/** Stops a guest of this engine: polls are armed while one is to stop. */
public final class ThreadControl extends StopControl {
  private static final StoppingThreads STOPPING = new StoppingThreads(Poll::arm);

  /** A control of a program that nobody runs. */
  public ThreadControl() {
    super(STOPPING);
  }

  /** Ends the guest that runs in this thread, if it is to stop. */
  static void checkCurrentThread() {
    STOPPING.checkCurrent();
  }

  static boolean isStoppingCurrentThread() {
    return STOPPING.haveCurrent();
  }
}
