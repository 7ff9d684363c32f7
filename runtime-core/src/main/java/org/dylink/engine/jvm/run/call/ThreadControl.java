package org.dylink.engine.jvm.run.call;

import java.util.HashMap;
import java.util.Map;
import org.dylink.engine.ExecutionControl;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.engine.Turn;

/**
 * Stops a guest: its thread is put on a list, polls are armed, and the thread is interrupted in
 * case it waits in a host function.
 */
public final class ThreadControl implements ExecutionControl {
  // Controls whose threads are to stop; guarded by itself. Polls are armed while there are any.
  private static final Map<ThreadControl, Thread> STOPPING = new HashMap<>();

  private final Turn turn = new Turn();
  private volatile String reason; // null until stopped; set by who has the monitor of this

  @Override
  public void enter() {
    turn.enter();
  }

  @Override
  public boolean tryEnter() {
    return turn.tryEnter();
  }

  // The turn first, then the reason, and stop in the other order: a thread that it has found to
  // have the turn sees the reason here, and waits until it was interrupted.
  @Override
  public void leave() {
    if (turn.leave() && reason != null) {
      settle();
    }
  }

  @Override
  public int depth() {
    return turn.depth();
  }

  @Override
  public void checkNotStopped() {
    if (reason != null) {
      throw new TrapException(TrapKind.STOPPED, reason);
    }
  }

  @Override
  public RuntimeException explained(RuntimeException thrown) {
    if (reason == null) {
      return thrown;
    }
    var guestStack = thrown instanceof TrapException trap ? trap.guestStack() : Traps.noFrames();
    return new TrapException(TrapKind.STOPPED, reason, guestStack, thrown);
  }

  @Override
  public synchronized void stop(String why) {
    if (reason != null) {
      return;
    }
    reason = why;
    Thread running = turn.holder();
    if (running != null) {
      request(running);
      running.interrupt();
    }
  }

  private synchronized void settle() {
    if (withdraw(Thread.currentThread())) {
      // The interrupt was meant for the guest alone, not for whoever called it.
      Thread.interrupted();
    }
  }

  private void request(Thread thread) {
    synchronized (STOPPING) {
      if (STOPPING.isEmpty()) {
        Poll.arm(true);
      }
      STOPPING.put(this, thread);
    }
  }

  private boolean withdraw(Thread thread) {
    synchronized (STOPPING) {
      boolean withdrawn = STOPPING.remove(this, thread);
      if (withdrawn && STOPPING.isEmpty()) {
        Poll.arm(false);
      }
      return withdrawn;
    }
  }

  /** Ends the guest that runs in this thread, if it is to stop. */
  static void checkCurrentThread() {
    ThreadControl stopping = stoppingCurrentThread();
    if (stopping != null) {
      stopping.checkNotStopped();
    }
  }

  static boolean isStoppingCurrentThread() {
    return stoppingCurrentThread() != null;
  }

  private static ThreadControl stoppingCurrentThread() {
    ThreadControl stopping = null;
    synchronized (STOPPING) {
      for (Map.Entry<ThreadControl, Thread> entry : STOPPING.entrySet()) {
        stopping = entry.getValue() == Thread.currentThread() ? entry.getKey() : stopping;
      }
    }
    return stopping;
  }
}
