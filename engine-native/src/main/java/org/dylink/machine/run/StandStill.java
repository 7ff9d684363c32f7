package org.dylink.machine.run;

import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.dylink.engine.machine.ThreadLayout;

/**
 * Moments in which no thread but one runs generated code, so that what code reads in two steps can
 * be changed, and the frames of other threads can be looked at.
 *
 * <p>A thread writes that it runs generated code, then reads whether it may; who wants the moment
 * writes in the other order, and then has the JVM look at the thread's stack: which it does where
 * the thread has done both or neither, and orders what both have written. So no thread pays for
 * more than a write and a read.
 */
final class StandStill {
  private static final long LOOK_NANOS = 20_000;
  private static final Object GATE = new Object();
  private static volatile boolean isWanted; // set by who has the class's monitor and the gate's

  private StandStill() {}

  /** Tells that the current thread is about to run generated code; waits until it may. */
  static void enterCode(long thread) {
    Raw.putInt(thread + ThreadLayout.RUNS, 1);
    while (isWanted) {
      Raw.putInt(thread + ThreadLayout.RUNS, 0);
      awaitEnd();
      Raw.putInt(thread + ThreadLayout.RUNS, 1);
    }
  }

  /** Tells that the current thread has left generated code. */
  static void leaveCode(long thread) {
    Raw.putInt(thread + ThreadLayout.RUNS, 0);
  }

  // It is short, whoever interrupts.
  private static void awaitEnd() {
    boolean interrupted = false;
    synchronized (GATE) {
      while (isWanted) {
        try {
          GATE.wait();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Does something in such a moment.
   *
   * @param work short, and waits for no other thread
   */
  static synchronized <T> T during(Supplier<T> work) {
    setWanted(true);
    NativeThread.halt(true);
    try {
      NativeThread.all().forEach(StandStill::awaitOutside);
      return work.get();
    } finally {
      NativeThread.halt(false);
      setWanted(false);
    }
  }

  private static void setWanted(boolean isOn) {
    synchronized (GATE) {
      isWanted = isOn;
      GATE.notifyAll();
    }
  }

  private static void awaitOutside(NativeThread thread) {
    if (thread.thread() == Thread.currentThread()) {
      return;
    }
    StackTraceElement[] ignored = thread.thread().getStackTrace();
    while (Raw.getVolatileInt(thread.address() + ThreadLayout.RUNS) != 0) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }
}
