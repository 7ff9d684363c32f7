package org.dylink.engine.control;

import java.util.HashMap;
import java.util.Map;

/** The threads in which an engine's guests are to stop. All threads share it. */
public final class StoppingThreads {
  /** Is told when there are some, and when there are none any more. */
  @FunctionalInterface
  public interface Alarm {
    /** Called with the list locked. */
    void set(boolean isOn);
  }

  private final Alarm alarm;
  // Never changed, but replaced by who has the monitor of this: guests look at it at each turn.
  private volatile Map<StopControl, Thread> all = Map.of();

  /** No thread. */
  public StoppingThreads(Alarm alarm) {
    this.alarm = alarm;
  }

  synchronized void add(StopControl control, Thread thread) {
    if (all.isEmpty()) {
      alarm.set(true);
    }
    Map<StopControl, Thread> more = new HashMap<>(all);
    more.put(control, thread);
    all = more;
  }

  /** Returns whether the control's guest was to stop in that thread. */
  synchronized boolean remove(StopControl control, Thread thread) {
    Map<StopControl, Thread> fewer = new HashMap<>(all);
    boolean removed = fewer.remove(control, thread);
    all = fewer;
    if (removed && fewer.isEmpty()) {
      alarm.set(false);
    }
    return removed;
  }

  /** Ends the guest that runs in this thread, if it is to stop. */
  public void checkCurrent() {
    StopControl stopping = current();
    if (stopping != null) {
      stopping.checkNotStopped();
    }
  }

  /** Whether a guest is to stop in this thread. */
  public boolean haveCurrent() {
    return current() != null;
  }

  // A program may run another one in the same thread: any of them will do.
  private StopControl current() {
    for (Map.Entry<StopControl, Thread> each : all.entrySet()) {
      if (each.getValue() == Thread.currentThread()) {
        return each.getKey();
      }
    }
    return null;
  }
}
