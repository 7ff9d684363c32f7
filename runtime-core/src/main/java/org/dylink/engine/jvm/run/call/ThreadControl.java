package org.dylink.engine.jvm.run.call;

import java.util.List;
import org.dylink.engine.GuestFrame;
import org.dylink.engine.LateInstances;
import org.dylink.engine.control.GuestControl;
import org.dylink.engine.control.HeldCalls;
import org.dylink.engine.control.StoppingThreads;
import org.dylink.format.WasmModule;

/** Stops a guest of this engine: polls are armed while one is to stop. */
public final class ThreadControl extends GuestControl {
  private static final StoppingThreads STOPPING = new StoppingThreads(Poll::arm);

  /** A control of a program of one thread, which nobody runs. */
  public ThreadControl() {
    this(0, null);
  }

  /**
   * A control of one of a program's threads, which nobody runs.
   *
   * @param number the lowest that no other living thread of the program has
   * @param late makes instances that the thread needs and does not have
   */
  public ThreadControl(int number, LateInstances late) {
    super(STOPPING, number, late);
  }

  @Override
  public boolean isExecuting(WasmModule module) {
    Thread running = runner();
    return running != null && GuestFrames.isIn(running.getStackTrace(), module);
  }

  @Override
  public List<GuestFrame> guestStack() {
    Thread running = runner();
    return running == null ? List.of() : GuestFrames.of(running.getStackTrace());
  }

  /** Calls that are held back until threads may go on, or are to stop. */
  static HeldCalls newHeldCalls() {
    return new HeldCalls(STOPPING);
  }

  /** Ends the guest that runs in this thread, if it is to stop. */
  static void checkCurrentThread() {
    STOPPING.checkCurrent();
  }

  static boolean isStoppingCurrentThread() {
    return STOPPING.haveCurrent();
  }
}
