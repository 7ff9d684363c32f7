package org.dylink.binding.code;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dylink.binding.memory.BoundLibrary;
import org.dylink.binding.shape.Handles;
import org.dylink.engine.GuestFrame;
import org.dylink.engine.TrapException;

/** What is done when something is thrown out of a call. Generated code calls it. */
final class FailedCall {
  /** The mark of a call that has taken no memory. */
  static final long NO_MARK = -1;

  private static final String OURS = FailedCall.class.getPackageName() + ".";

  private FailedCall() {}

  /**
   * Ends the turn, gives back what the call has taken, and throws on.
   *
   * @param library where the thread is inside
   * @param mark what to give back; {@link #NO_MARK} for nothing
   * @return never
   */
  static RuntimeException leave(BoundLibrary library, Throwable failure, long mark) {
    try {
      if (mark != NO_MARK) {
        library.thread().scratch().release(mark);
      }
    } catch (RuntimeException e) {
      // A program that was stopped does not free either; what was thrown first tells more.
      failure.addSuppressed(e);
    } finally {
      library.entrance().leave(failure);
    }
    if (failure instanceof TrapException trap) {
      trap.setStackTrace(trace(trap.guestStack()));
    }
    throw Handles.<RuntimeException>unchecked(failure);
  }

  /** The functions of C above the methods of Java that called them, without ours in between. */
  private static StackTraceElement[] trace(List<GuestFrame> guest) {
    List<StackTraceElement> all = new ArrayList<>();
    for (GuestFrame frame : guest) {
      all.add(new StackTraceElement(frame.module(), frame.function(), null, -1));
    }
    Arrays.stream(new Throwable().getStackTrace())
        .dropWhile(frame -> frame.getClassName().startsWith(OURS))
        .forEach(all::add);
    return all.toArray(StackTraceElement[]::new);
  }
}
