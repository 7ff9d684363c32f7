package org.dylink.engine.endive;

import java.util.List;
import java.util.function.Supplier;
import org.dylink.engine.ExecutionControl;
import org.dylink.engine.GuestFrame;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;

/** Stops a guest by interrupting its thread: Endive asks for that at each loop and call. */
final class InterruptControl implements ExecutionControl {
  private Thread running; // guarded by this
  private int depth; // guarded by this
  private String reason; // guarded by this; null until stopped

  @Override
  public <T> T call(Supplier<T> work) {
    enter();
    try {
      return work.get();
    } catch (RuntimeException e) {
      // Whatever comes out of a stopped guest, also a host function's complaint that it was
      // interrupted, comes out because of the stop.
      throw stopped() == null ? e : stopTrap(e);
    } finally {
      leave();
    }
  }

  @Override
  public synchronized void stop(String why) {
    if (reason == null) {
      reason = why;
      if (running != null) {
        running.interrupt();
      }
    }
  }

  private synchronized void enter() {
    if (reason != null) {
      throw new TrapException(TrapKind.STOPPED, reason);
    }
    if (depth == 0) {
      running = Thread.currentThread();
    }
    depth++;
  }

  private synchronized void leave() {
    depth--;
    if (depth > 0) {
      return;
    }
    running = null;
    if (reason != null) {
      // The interrupt was meant for the guest alone, not for whoever called it.
      Thread.interrupted();
    }
  }

  private synchronized String stopped() {
    return reason;
  }

  private TrapException stopTrap(RuntimeException cause) {
    List<GuestFrame> guestStack =
        cause instanceof TrapException trap ? trap.guestStack() : List.of();
    return new TrapException(TrapKind.STOPPED, stopped(), guestStack, cause);
  }
}
