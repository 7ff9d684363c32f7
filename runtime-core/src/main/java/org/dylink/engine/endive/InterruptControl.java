package org.dylink.engine.endive;

import java.util.List;
import org.dylink.engine.ExecutionControl;
import org.dylink.engine.GuestFrame;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.engine.Turn;

/** Stops a guest by interrupting its thread: Endive asks for that at each loop and call. */
final class InterruptControl implements ExecutionControl {
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
      interrupted.interrupt();
    }
  }

  private synchronized void settle() {
    if (interrupted == Thread.currentThread()) {
      interrupted = null;
      // The interrupt was meant for the guest alone, not for whoever called it.
      Thread.interrupted();
    }
  }
}
