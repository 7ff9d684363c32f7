package org.dylink.engine.jvm.run.call;

import java.util.Arrays;
import org.dylink.engine.Instance;

/**
 * One instance in all threads of a program. Entry points, tables and imports name the state that
 * was made first; each thread finds its own by its number.
 */
public final class ThreadStates {
  private static final InstanceState[] NONE = {};

  private final InstanceState first;
  private Instance instance; // as the first thread has it; null until it is known

  // Replaced by who has the monitor of this, never shortened; read without.
  private volatile InstanceState[] all = NONE;

  ThreadStates(InstanceState first) {
    this.first = first;
  }

  void setInstance(Instance made) {
    instance = made;
  }

  InstanceState first() {
    return first;
  }

  /** The state of a thread, or null. */
  private InstanceState known(ThreadControl thread) {
    InstanceState[] known = all;
    int number = thread.number();
    InstanceState own = number < known.length ? known[number] : null;
    // Who had the number before may have ended without a word.
    return own != null && own.thread == thread ? own : null;
  }

  /** Makes a state that of its thread. */
  synchronized void add(InstanceState own) {
    int number = own.thread.number();
    InstanceState[] more = Arrays.copyOf(all, Math.max(all.length, number + 1));
    more[number] = own;
    own.thread.note(this);
    all = more;
  }

  /** Forgets the state of a thread. */
  synchronized void remove(ThreadControl thread) {
    if (known(thread) != null) {
      InstanceState[] fewer = all.clone();
      fewer[thread.number()] = null;
      all = fewer;
    }
  }

  /** Whether a thread has a state. */
  boolean has(ThreadControl thread) {
    return known(thread) != null;
  }

  /** The state of a thread, made if it has none. */
  InstanceState of(ThreadControl thread) {
    InstanceState own = known(thread);
    return own != null ? own : enter(thread);
  }

  private InstanceState enter(ThreadControl thread) {
    HostBorder.prepare();
    boolean entered = false;
    try {
      thread.late().enter(instance);
      entered = true;
    } finally {
      if (!entered) {
        remove(thread);
      }
    }
    InstanceState own = known(thread);
    if (own == null) {
      throw new IllegalStateException("BUG: no instance was made for thread " + thread.number());
    }
    return own;
  }
}
