package org.dylink.engine.jvm.run.call;

import java.util.Arrays;
import org.dylink.engine.Instance;
import org.dylink.engine.stack.StackReserve;

/**
 * One instance in all threads of a program. Entry points, tables and imports name the state that
 * was made first; each thread finds its own by its number.
 *
 * @param <S> what a thread has of the instance
 */
public final class ThreadStates<S> implements ThreadControl.Possession {
  /** What a thread has; who had its number before may have ended without a word. */
  private record Own<S>(ThreadControl thread, S state) {}

  private final S first;
  private Instance instance; // as the first thread has it; null until it is known

  // Replaced by who has the monitor of this, never shortened; read without.
  private volatile Own<S>[] all = array(0);

  ThreadStates(S first) {
    this.first = first;
  }

  void setInstance(Instance made) {
    instance = made;
  }

  S first() {
    return first;
  }

  /** The state of a thread, or null. */
  private S known(ThreadControl thread) {
    Own<S>[] known = all;
    int number = thread.number();
    Own<S> own = number < known.length ? known[number] : null;
    return own != null && own.thread() == thread ? own.state() : null;
  }

  /** Gives a thread its state. */
  synchronized void add(ThreadControl thread, S own) {
    Own<S>[] more = Arrays.copyOf(all, Math.max(all.length, thread.number() + 1));
    more[thread.number()] = new Own<>(thread, own);
    all = more;
    thread.has(this);
  }

  @Override
  public synchronized void leave(ThreadControl thread) {
    if (has(thread)) {
      Own<S>[] fewer = all.clone();
      fewer[thread.number()] = null;
      all = fewer;
    }
  }

  /** Whether a thread has a state. */
  boolean has(ThreadControl thread) {
    return known(thread) != null;
  }

  /** The state of a thread, made if it has none. */
  S of(ThreadControl thread) {
    S own = known(thread);
    return own != null ? own : enter(thread);
  }

  private S enter(ThreadControl thread) {
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
