package org.dylink.linker.link.thread;

import org.dylink.engine.TrapException;
import org.dylink.linker.link.parts.HostThrow;

/**
 * How a program ends: the first of its threads that exits, traps, or returns from main decides it.
 *
 * @param thread which one
 * @param code its exit code, unless it has thrown
 * @param thrown a trap, or what a function of the host has thrown; null if it has exited
 */
public record ProgramEnd(GuestThread thread, int code, Throwable thrown) {
  /** A thread that has exited. */
  public static ProgramEnd exit(GuestThread thread, int code) {
    return new ProgramEnd(thread, code, null);
  }

  /** A thread that cannot go on. */
  public static ProgramEnd failure(GuestThread thread, Throwable thrown) {
    return new ProgramEnd(thread, 0, named(thread, thrown));
  }

  /** The exit code; throws what ended the program otherwise. */
  public int codeOrThrow() {
    if (thrown != null) {
      throw HostThrow.as(thrown);
    }
    return code;
  }

  /** What has happened, for a message. */
  public String detail() {
    if (thrown == null) {
      return reason() + ": exit code " + code;
    }
    boolean isTrap = thrown instanceof TrapException;
    return reason() + ": " + (isTrap ? ((TrapException) thrown).summary() : thrown.toString());
  }

  /** What the traps of the other threads say. */
  String reason() {
    return thread + " has ended the program";
  }

  private static Throwable named(GuestThread thread, Throwable thrown) {
    if (thread.number() == GuestThread.FIRST || !(thrown instanceof TrapException trap)) {
      return thrown;
    }
    boolean tellsMore = !trap.summary().equals(trap.kind().toString());
    String detail = "in " + thread + (tellsMore ? ": " + trap.getMessage() : "");
    return new TrapException(trap.kind(), detail, trap.guestStack(), trap);
  }
}
