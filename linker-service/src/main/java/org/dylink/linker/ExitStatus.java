package org.dylink.linker;

import java.util.ArrayList;
import java.util.List;
import org.dylink.engine.GuestFrame;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.engine.host.ProgramExit;

/**
 * How a program that did not simply run to its end is told of, on every command line alike.
 *
 * @param code what a process would end with
 * @param messages what went wrong, a line each; empty if a constructor ended the program itself
 * @param frames the guest's call stack, a line each, innermost first
 */
public record ExitStatus(int code, List<String> messages, List<String> frames) {
  /** What {@code timeout} of coreutils exits with. */
  public static final int TIMEOUT = 124;

  /** What a shell exits with that does not find a program, and ld.so where it cannot link. */
  public static final int NOT_LINKED = 127;

  /** What a shell gives for a process that SIGABRT ended: 128 + 6. */
  public static final int TRAPPED = 134;

  // A runaway recursion has tens of thousands of them.
  private static final int MOST_FRAMES = 50;

  public ExitStatus {
    messages = List.copyOf(messages);
    frames = List.copyOf(frames);
  }

  /** A program that trapped, was stopped, or ran out of time. */
  public static ExitStatus of(String program, TrapException trap) {
    return new ExitStatus(
        codeOf(trap.kind()), List.of(message(program, trap)), frames(trap.guestStack()));
  }

  /** A program that was not linked; constructors run then, and may trap or exit. */
  public static ExitStatus of(LinkException failure) {
    if (failure.getCause() instanceof ProgramExit exit) {
      return new ExitStatus(exit.code(), List.of(), List.of());
    }
    List<String> messages =
        failure.problems().stream().map(LinkException.Problem::message).toList();
    return failure.getCause() instanceof TrapException trap
        ? new ExitStatus(codeOf(trap.kind()), messages, frames(trap.guestStack()))
        : new ExitStatus(NOT_LINKED, messages, List.of());
  }

  private static int codeOf(TrapKind kind) {
    return switch (kind) {
      case UNDEFINED_FUNCTION -> NOT_LINKED;
      case TIMEOUT -> TIMEOUT;
      default -> TRAPPED;
    };
  }

  private static String message(String program, TrapException trap) {
    return switch (trap.kind()) {
      // ld.so, too, tells no more of a function that it does not find when it is called.
      case UNDEFINED_FUNCTION -> trap.getMessage();
      case TIMEOUT, STOPPED -> program + ": " + trap.summary();
      default -> program + ": trapped: " + trap.summary();
    };
  }

  private static List<String> frames(List<GuestFrame> stack) {
    List<String> lines = new ArrayList<>();
    stack.stream().limit(MOST_FRAMES).forEach(frame -> lines.add("    at " + frame));
    if (stack.size() > MOST_FRAMES) {
      lines.add("    ... and " + (stack.size() - MOST_FRAMES) + " more");
    }
    return lines;
  }
}
