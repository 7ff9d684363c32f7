package org.dylink.engine.control;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import org.dylink.engine.LateInstances;

/**
 * A control by which an engine knows the threads of a program that share its memory, and through
 * which it finds what each has of its own. In a program of one thread it is only the switch.
 */
public abstract class GuestControl extends StopControl {
  // Whether there was ever a program with threads. Until then nobody keeps book of turns.
  private static volatile boolean keepsTurns;

  // A program may run another one in the same Java thread.
  private static final ThreadLocal<Deque<GuestControl>> TURNS =
      ThreadLocal.withInitial(ArrayDeque::new);

  private final int number;
  private final LateInstances late; // null in a program of one thread
  private final Set<Possession> possessions = // guarded by this
      Collections.newSetFromMap(new WeakHashMap<>());

  /** Something that threads have. It may go before they do, as a library that is closed. */
  interface Possession {
    /** Takes it from a thread that has ended. */
    void leave(GuestControl thread);
  }

  /**
   * A control that nobody runs.
   *
   * @param number the lowest that no other living thread of the program has
   * @param late makes instances that the thread needs and does not have; null in a program of one
   *     thread
   */
  protected GuestControl(StoppingThreads stopping, int number, LateInstances late) {
    super(stopping);
    keepsTurns |= late != null;
    this.number = number;
    this.late = late;
  }

  /** The lowest number that no other living thread of the program has. */
  public final int number() {
    return number;
  }

  LateInstances late() {
    return late;
  }

  /** Notes what the thread has, as long as that is there. */
  synchronized void has(Possession possession) {
    possessions.add(possession);
  }

  @Override
  public final void end() {
    List<Possession> all;
    synchronized (this) {
      all = List.copyOf(possessions);
      possessions.clear();
    }
    all.forEach(each -> each.leave(this));
  }

  /** Whether one of some threads has the turn. */
  final boolean isRunBy(Set<Thread> some) {
    return some.contains(runner());
  }

  @Override
  protected final void entered() {
    if (keepsTurns) {
      TURNS.get().push(this);
      turned(known(this));
    }
  }

  @Override
  protected final void left() {
    // Who has taken the turns of several threads may leave them in any order.
    if (keepsTurns && TURNS.get().removeFirstOccurrence(this)) {
      turned(known(TURNS.get().peek()));
    }
  }

  /**
   * Told that the current Java thread is another thread of a guest's from here on.
   *
   * @param thread null if it is none of a program with threads
   */
  protected void turned(GuestControl thread) {
    // Not everybody needs to know.
  }

  private static GuestControl known(GuestControl turn) {
    return turn == null || turn.late == null ? null : turn;
  }

  /** The guest's thread whose turn the current Java thread has; null if no guest's with threads. */
  public static GuestControl current() {
    return keepsTurns ? known(TURNS.get().peek()) : null;
  }
}
