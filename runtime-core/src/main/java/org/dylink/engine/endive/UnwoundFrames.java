package org.dylink.engine.endive;

import java.util.ArrayList;
import java.util.List;
import org.dylink.engine.GuestFrame;

/**
 * The guest functions that the exception now in flight in this thread has left, innermost first. An
 * exception that a guest catches leaves its frames behind: the next one drops them.
 */
final class UnwoundFrames {
  // Enough to see where a runaway recursion is; it may be thousands deep.
  private static final int LIMIT = 64;
  private static final ThreadLocal<UnwoundFrames> CURRENT = new ThreadLocal<>();

  private Throwable thrown;
  private final List<GuestFrame> frames = new ArrayList<>();

  private UnwoundFrames(Throwable thrown) {
    this.thrown = thrown;
  }

  static void add(Throwable thrown, GuestFrame frame) {
    UnwoundFrames current = CURRENT.get();
    if (current == null || current.thrown != thrown) {
      current = new UnwoundFrames(thrown);
      CURRENT.set(current);
    }
    if (current.frames.size() < LIMIT) {
      current.frames.add(frame);
    }
  }

  /** Another exception takes the place of the one in flight. */
  static void continueWith(Throwable thrown, Throwable replacement) {
    UnwoundFrames current = CURRENT.get();
    if (current != null && current.thrown == thrown) {
      current.thrown = replacement;
    }
  }

  /** Takes what was noted of an exception, or of what it wraps, and forgets it. */
  static List<GuestFrame> take(Throwable thrown) {
    UnwoundFrames current = CURRENT.get();
    if (current == null) {
      return List.of();
    }
    CURRENT.remove();
    return current.isOf(thrown) ? current.frames : List.of();
  }

  private boolean isOf(Throwable outermost) {
    Throwable wrapped = outermost;
    while (wrapped != null && wrapped != thrown) {
      wrapped = wrapped.getCause();
    }
    return wrapped != null;
  }
}
