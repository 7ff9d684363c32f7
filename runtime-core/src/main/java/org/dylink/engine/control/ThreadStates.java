package org.dylink.engine.control;

import java.util.Arrays;
import org.dylink.engine.Instance;
import org.dylink.engine.stack.StackReserve;

/**
 * One instance in all threads of a program. Entry points, tables and imports name the state that
 * was made first; each thread finds its own by its number.
 *
 * @param <S> what a thread has of the instance
 */
public class ThreadStates<S> implements GuestControl.Possession {
  /** What a thread has; who had its number before may have ended without a word. */
  private record Own<S>(GuestControl thread, S state) {}

  private final S first;
  private Instance instance; // as the first thread has it; null until it is known

  // Replaced by who has the monitor of this, never shortened; read without.
  private volatile Own<S>[] all = array(0);

  /** A first state, of a thread that {@link #add} tells. */
  public ThreadStates(S first) {
    this.first = first;
  }

  /** Tells what stands for the instance as the first thread has it. */
  public final void setInstance(Instance made) {
    instance = made;
  }

  /** The state that was made first. */
  public final S first() {
    return first;
  }

  /** The state of a thread, or null. */
  private S known(GuestControl thread) {
    Own<S>[] known = all;
    int number = thread.number();
    Own<S> own = number < known.length ? known[number] : null;
    return own != null && own.thread() == thread ? own.state() : null;
  }

  /** Gives a thread its state. */
  public final synchronized void add(GuestControl thread, S own) {
    Own<S>[] more = Arrays.copyOf(all, Math.max(all.length, thread.number() + 1));
    more[thread.number()] = new Own<>(thread, own);
    all = more;
    changed(thread.number(), own);
    thread.has(this);
  }

  @Override
  public final synchronized void leave(GuestControl thread) {
    if (has(thread)) {
      Own<S>[] fewer = all.clone();
      fewer[thread.number()] = null;
      all = fewer;
      changed(thread.number(), null);
    }
  }

  /**
   * Told, in the monitor of this, that there is another state for a number.
   *
   * @param own null if there is none any more
   */
  protected void changed(int number, S own) {
    // Not everybody needs to know.
  }

  /** Whether a thread has a state. */
  public final boolean has(GuestControl thread) {
    return known(thread) != null;
  }

  /** The state of a thread, made if it has none. */
  public final S of(GuestControl thread) {
    S own = known(thread);
    return own != null ? own : enter(thread);
  }

  private S enter(GuestControl thread) {
    StackReserve.check();
    boolean entered = false;
    try {
      thread.late().enter(instance);
      entered = true;
    } finally {
      if (!entered) {
        leave(thread);
      }
    }
    S own = known(thread);
    if (own == null) {
      throw new IllegalStateException("BUG: no instance was made for thread " + thread.number());
    }
    return own;
  }

  @SuppressWarnings("unchecked") // nothing else is put in
  private static <S> Own<S>[] array(int size) {
    return (Own<S>[]) new Own<?>[size];
  }
}
