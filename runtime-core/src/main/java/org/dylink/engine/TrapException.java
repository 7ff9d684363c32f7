package org.dylink.engine;

import java.util.List;
import org.dylink.format.PrintableText;

/**
 * A guest that cannot go on. Memory, table and globals stay as they were at the trap, the stack
 * pointer too, so that its program should be closed.
 */
public final class TrapException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final TrapKind kind;
  private final transient List<GuestFrame> guestStack;

  /**
   * @param detail what happened, without the kind
   * @param guestStack the guest's functions, innermost first; empty where none was running
   * @param cause what the engine or the host threw, or null
   */
  public TrapException(TrapKind kind, String detail, List<GuestFrame> guestStack, Throwable cause) {
    super(PrintableText.ofLines(detail), cause);
    this.kind = kind;
    this.guestStack = List.copyOf(guestStack);
  }

  /** A trap outside of any guest function. */
  public TrapException(TrapKind kind, String detail) {
    this(kind, detail, List.of(), null);
  }

  /** What went wrong. */
  public TrapKind kind() {
    return kind;
  }

  /** Kind and detail in words; the detail is left out where it says no more than the kind. */
  public String summary() {
    String detail = getMessage();
    boolean tellsMore = detail != null && !detail.equals(kind.toString());
    return tellsMore ? kind + ": " + detail : kind.toString();
  }

  /** The guest's functions that were running, innermost first. */
  public List<GuestFrame> guestStack() {
    return guestStack;
  }

  /**
   * What is serialized for it: who reads it, such as the caller of a remote service, may have none
   * of these classes. Message and stack trace say the same.
   */
  private Object writeReplace() {
    RuntimeException readable = new IllegalStateException(toString());
    readable.setStackTrace(getStackTrace());
    return readable;
  }
}
