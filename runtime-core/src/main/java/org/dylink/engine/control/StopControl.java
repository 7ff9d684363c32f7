package org.dylink.engine.control;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import org.dylink.engine.ExecutionControl;
import org.dylink.engine.GuestFrame;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.engine.stack.StackReserve;

/**
 * A program's turn and its stop: the guest's thread is put on a list of its engine's, and
 * interrupted in case it waits in a host function.
 */
public abstract class StopControl implements ExecutionControl {
  private final StoppingThreads stopping;
  private final Turn turn = new Turn();
  private long measured; // a thread that has the whole reserve; of who has the turn
  private boolean settled; // guarded by this; who had the turn at the stop has left
  private volatile String reason; // null until stopped; set by who has the monitor of this

  /** A control of a program that nobody runs. */
  protected StopControl(StoppingThreads stopping) {
    this.stopping = stopping;
  }

  @Override
  public final void enter() {
    turn.enter();
    begin();
  }

  @Override
  public final boolean tryEnter() {
    boolean entered = turn.tryEnter();
    if (entered) {
      begin();
    }
    return entered;
  }

  private void begin() {
    measureStack();
    entered();
  }

  /** Told that the current thread has entered once more. */
  protected void entered() {
    // Not everybody needs to know.
  }

  /** Told that the current thread is about to end what it entered last. */
  protected void left() {
    // As above.
  }

  private void measureStack() {
    long current = Thread.currentThread().getId();
    if (measured != current && StackReserve.measure()) {
      measured = current;
    }
  }

  // The turn first, then the reason, and stop in the other order: a thread that it has found to
  // have the turn sees the reason here, and waits until it was interrupted.
  @Override
  public final void leave() {
    left();
    if (turn.leave() && reason != null) {
      settle();
    }
  }

  @Override
  public final int depth() {
    return turn.depth();
  }

  @Override
  public final void checkNotStopped() {
    if (reason != null) {
      throw new TrapException(TrapKind.STOPPED, reason);
    }
  }

  @Override
  public final RuntimeException explained(RuntimeException thrown) {
    if (reason == null) {
      return thrown;
    }
    List<GuestFrame> guestStack =
        thrown instanceof TrapException trap ? trap.guestStack() : List.of();
    return new TrapException(TrapKind.STOPPED, reason, guestStack, thrown);
  }

  @Override
  public final synchronized void stop(String why) {
    if (reason != null) {
      return;
    }
    reason = why;
    Thread running = turn.holder();
    if (running != null) {
      stopping.add(this, running);
      running.interrupt();
    }
  }

  /** Stops several, in the time that one takes: what others have written is waited for once. */
  public static void stopAll(Collection<? extends StopControl> controls, String why) {
    IdentityHashMap<StopControl, Thread> seen = new IdentityHashMap<>();
    for (StopControl each : controls) {
      if (each.refuse(why)) {
        seen.put(each, each.turn.seen());
      }
    }
    if (!seen.isEmpty()) {
      Turn.awaitSeen();
      seen.forEach(StopControl::interrupt);
    }
  }

  /** Lets nobody in; false if it was stopped before. */
  private synchronized boolean refuse(String why) {
    boolean isFirst = reason == null;
    reason = isFirst ? why : reason;
    return isFirst;
  }

  // One that has left since it was seen has found the reason and settled, though its leaving may
  // not be seen yet.
  private synchronized void interrupt(Thread seen) {
    if (seen != null && !settled && turn.seen() == seen) {
      stopping.add(this, seen);
      seen.interrupt();
    }
  }

  /** The thread that has the turn, or null. */
  protected final Thread runner() {
    return turn.holder();
  }

  private synchronized void settle() {
    settled = true;
    if (stopping.remove(this, Thread.currentThread())) {
      // The interrupt was meant for the guest alone, not for whoever called it.
      Thread.interrupted();
    }
  }
}
