package org.dylink.engine.jvm.run.call;

import java.util.List;
import org.dylink.engine.GuestFrame;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.engine.jvm.run.memory.AccessTraps;

/** Traps, as generated code throws them, and as whoever called the guest gets to see them. */
public final class Traps {
  private Traps() {}

  /** For the instruction {@code unreachable}. */
  public static RuntimeException unreachable() {
    return new TrapException(TrapKind.UNREACHABLE, "unreachable instruction executed");
  }

  static TrapException nullReference(String message) {
    return new TrapException(TrapKind.NULL_REFERENCE, message);
  }

  /**
   * What comes out of a guest, told in the engine's terms. What a host function threw stays as it
   * is.
   *
   * @return never: the result stands for those who must throw something
   */
  public static RuntimeException translate(Throwable thrown) {
    if (thrown instanceof TrapException trap) {
      throw withFrames(trap);
    } else if (thrown instanceof GuestException exception) {
      if (exception.getCause() != null) {
        throw unpacked(exception);
      }
      throw new TrapException(
          TrapKind.UNCAUGHT_EXCEPTION,
          "tag " + exception.tagName() + " caught by nobody",
          GuestFrames.of(exception),
          exception);
    } else if (thrown instanceof StackOverflowError) {
      throw new TrapException(
          TrapKind.STACK_OVERFLOW, "call stack exhausted", GuestFrames.of(thrown), thrown);
    } else if (thrown instanceof OutOfMemoryError) {
      throw new TrapException(
          TrapKind.OUT_OF_MEMORY, thrown.getMessage(), GuestFrames.of(thrown), thrown);
    } else if (thrown instanceof IndexOutOfBoundsException e && AccessTraps.isTrap(e)) {
      throw new TrapException(
          TrapKind.OUT_OF_BOUNDS_MEMORY, AccessTraps.message(e), GuestFrames.of(e), e);
    } else if (thrown instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) thrown;
  }

  /**
   * Throws what a host function has thrown, without what it was carried in.
   *
   * @return never: the result stands for those who must throw something
   */
  static RuntimeException unpacked(Throwable thrown) {
    boolean isCarrier = thrown instanceof GuestException && thrown.getCause() != null;
    Throwable own = isCarrier ? thrown.getCause() : thrown;
    if (own instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) own;
  }

  private static TrapException withFrames(TrapException trap) {
    if (!trap.guestStack().isEmpty()) {
      return trap;
    }
    List<GuestFrame> frames = GuestFrames.of(trap);
    return frames.isEmpty()
        ? trap
        : new TrapException(trap.kind(), trap.getMessage(), frames, trap);
  }
}
