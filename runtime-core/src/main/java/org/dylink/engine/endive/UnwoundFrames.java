package org.dylink.engine.endive;

import java.util.ArrayList;
import java.util.List;
import org.dylink.engine.GuestFrame;

/**
 * The guest functions that the exception now in flight in this thread has left, innermost first.
 */
final class UnwoundFrames {
  // Enough to see where a runaway recursion is; it may be thousands deep.
  private static final int LIMIT = 64;
  private static final ThreadLocal<List<GuestFrame>> FRAMES = new ThreadLocal<>();

  private UnwoundFrames() {}

  static void add(GuestFrame frame) {
    List<GuestFrame> frames = FRAMES.get();
    if (frames == null) {
      frames = new ArrayList<>();
      FRAMES.set(frames);
    }
    if (frames.size() < LIMIT) {
      frames.add(frame);
    }
  }

  /** Takes what was noted, and forgets it. */
  static List<GuestFrame> take() {
    List<GuestFrame> frames = FRAMES.get();
    FRAMES.remove();
    return frames == null ? List.of() : frames;
  }
}
