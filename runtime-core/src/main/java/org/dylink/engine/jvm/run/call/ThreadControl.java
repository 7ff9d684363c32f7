package org.dylink.engine.jvm.run.call;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import org.dylink.engine.GuestFrame;
import org.dylink.engine.LateInstances;
import org.dylink.engine.control.StopControl;
import org.dylink.engine.control.StoppingThreads;
import org.dylink.format.WasmModule;

/**
 * Stops a guest of this engine: polls are armed while one is to stop. In a program whose threads
 * share its memory it is also what this engine knows a thread by, and what the thread's instances
 * are found through.
 */
public final class ThreadControl extends StopControl {
  private static final StoppingThreads STOPPING = new StoppingThreads(Poll::arm);

  // Whether there was ever a program with threads. Until then nobody keeps book of turns.
  private static volatile boolean keepsTurns;

  // A program may run another one in the same Java thread.
  private static final ThreadLocal<Deque<ThreadControl>> TURNS =
      ThreadLocal.withInitial(ArrayDeque::new);

  private final int number;
  private final LateInstances late; // null in a program of one thread
  private final Set<Possession> possessions = // guarded by this
      Collections.newSetFromMap(new WeakHashMap<>());

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
    super(STOPPING);
    keepsTurns |= late != null;
    this.number = number;
    this.late = late;
  }

  int number() {
    return number;
  }

  LateInstances late() {
    return late;
  }

  /** Something that threads have. It may go before they do, as a library that is closed. */
  interface Possession {
    /** Takes it from a thread that has ended. */
    void leave(ThreadControl thread);
  }

  /** Notes what the thread has, as long as that is there. */
  synchronized void has(Possession possession) {
    possessions.add(possession);
  }

  @Override
  public void end() {
    List<Possession> all;
    synchronized (this) {
      all = List.copyOf(possessions);
      possessions.clear();
    }
    all.forEach(each -> each.leave(this));
  }

  @Override
  public boolean isExecuting(WasmModule module) {
    Thread running = runner();
    return running != null && GuestFrames.isIn(running.getStackTrace(), module);
  }

  /** Whether one of some threads has the turn. */
  boolean isRunBy(Set<Thread> some) {
    return some.contains(runner());
  }

  @Override
  public List<GuestFrame> guestStack() {
    Thread running = runner();
    return running == null ? List.of() : GuestFrames.of(running.getStackTrace());
  }

  @Override
  protected void entered() {
    if (keepsTurns) {
      TURNS.get().push(this);
    }
  }

  @Override
  protected void left() {
    if (keepsTurns && TURNS.get().peek() == this) {
      TURNS.get().pop();
    }
  }

  /** The guest's thread whose turn the current Java thread has; null if no guest's with threads. */
  public static ThreadControl current() {
    ThreadControl turn = keepsTurns ? TURNS.get().peek() : null;
    return turn == null || turn.late == null ? null : turn;
  }

  /** Ends the guest that runs in this thread, if it is to stop. */
  static void checkCurrentThread() {
    STOPPING.checkCurrent();
  }

  static boolean isStoppingCurrentThread() {
    return STOPPING.haveCurrent();
  }
}
