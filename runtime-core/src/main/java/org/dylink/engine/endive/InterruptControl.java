package org.dylink.engine.endive;

import org.dylink.engine.control.StopControl;
import org.dylink.engine.control.StoppingThreads;

/**
 * Stops a guest by interrupting its thread: Endive asks for that at each loop and call. Whatever a
 * host function makes of the interrupt, its guest ends.
 */
final class InterruptControl extends StopControl {
  private static final StoppingThreads STOPPING = new StoppingThreads(isOn -> {});

  InterruptControl() {
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
