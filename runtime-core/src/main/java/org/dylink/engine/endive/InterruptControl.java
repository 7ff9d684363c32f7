package org.dylink.engine.endive;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dylink.engine.ExecutionControl;
import org.dylink.engine.GuestFrame;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.engine.Turn;

/** Stops a guest by interrupting its thread: Endive asks for that at each loop and call. */
final class InterruptControl implements ExecutionControl {
  // Threads that run guests which are to stop. Whatever a host function makes of the interrupt, its
  // guest ends.
  private static final Map<Thread, InterruptControl> STOPPING = new ConcurrentHashMap<>();

  private final Turn turn = new Turn();
  private volatile String reason; // null until stopped; set by who has the monitor of this
  private Thread interrupted; // guarded by this

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
    List<GuestFrame> guestStack =
        thrown instanceof TrapException trap ? trap.guestStack() : List.of();
    return new TrapException(TrapKind.STOPPED, reason, guestStack, thrown);
  }

  @Override
  public synchronized void stop(String why) {
    if (reason != null) {
      return;
    }
    reason = why;
    interrupted = turn.holder();
    if (interrupted != null) {
      STOPPING.put(interrupted, this);
      interrupted.interrupt();
    }
  }

  private synchronized void settle() {
    if (interrupted == Thread.currentThread()) {
      interrupted = null;
      STOPPING.remove(Thread.currentThread(), this);
      // The interrupt was meant for the guest alone, not for whoever called it.
      Thread.interrupted();
    }
  }

  /** Ends the guest that runs in this thread, if it is to stop. */
  static void checkCurrentThread() {
    InterruptControl stopping = STOPPING.get(Thread.currentThread());
    if (stopping != null) {
      stopping.checkNotStopped();
    }
  }

  static boolean isStoppingCurrentThread() {
    return STOPPING.containsKey(Thread.currentThread());
  }
}
