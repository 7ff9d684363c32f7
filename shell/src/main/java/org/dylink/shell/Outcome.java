package org.dylink.shell;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dylink.engine.GuestFrame;
import org.dylink.engine.TrapException;
import org.dylink.engine.host.ProgramExit;
import org.dylink.linker.LinkException;

/**
 * How a run ended.
 *
 * @param exitCode the program's own, or one of those that {@code dylink run} ends with
 * @param message what the user should know; empty after success
 */
record Outcome(int exitCode, Optional<String> message) {
  private static final int USAGE = 2;
  private static final int TIMEOUT = 124;
  private static final int NOT_LINKED = 127;
  private static final int INTERRUPTED = 130;
  private static final int TRAPPED = 134;

  // A stack that overflowed has tens of thousands of them.
  private static final int MOST_FRAMES = 50;

  private Outcome(int exitCode, String message) {
    this(exitCode, Optional.of(message));
  }

  /** It ended by itself. */
  static Outcome exited(String program, int exitCode) {
    return exitCode == 0
        ? new Outcome(0, Optional.empty())
        : new Outcome(exitCode, program + ": exit code " + exitCode);
  }

  /** The line was wrong: there was no program. */
  static Outcome notStarted(CommandException problem) {
    return new Outcome(USAGE, problem.getMessage());
  }

  /** The user ended it, and needs not be told. */
  static Outcome interrupted() {
    return new Outcome(INTERRUPTED, Optional.empty());
  }

  /**
   * It was not linked, or it trapped.
   *
   * @throws IllegalStateException with any other cause, which is a mistake of ours
   */
  static Outcome failed(String program, Throwable cause) {
    if (cause instanceof TrapException trap) {
      return new Outcome(exitCode(trap), message(program, trap) + frames(trap));
    } else if (cause instanceof LinkException failure) {
      return notLinked(program, failure);
    }
    throw new IllegalStateException("BUG: " + program + ": " + cause, cause);
  }

  private static Outcome notLinked(String program, LinkException failure) {
    // Constructors run while the program is being linked: there, too, it may exit or trap.
    if (failure.getCause() instanceof ProgramExit exit) {
      return exited(program, exit.code());
    } else if (failure.getCause() instanceof TrapException trap) {
      return new Outcome(exitCode(trap), failure.getMessage() + frames(trap));
    }
    return new Outcome(NOT_LINKED, failure.getMessage());
  }

  private static int exitCode(TrapException trap) {
    return switch (trap.kind()) {
      case UNDEFINED_FUNCTION -> NOT_LINKED;
      case TIMEOUT -> TIMEOUT;
      default -> TRAPPED;
    };
  }

  private static String message(String program, TrapException trap) {
    String detail = trap.getMessage();
    return switch (trap.kind()) {
      case UNDEFINED_FUNCTION -> detail;
      case TIMEOUT, STOPPED -> program + ": " + trap.kind() + ": " + detail;
      default -> program + ": trapped: " + trap.kind() + (detail == null ? "" : ": " + detail);
    };
  }

  private static String frames(TrapException trap) {
    List<GuestFrame> stack = trap.guestStack();
    Stream<String> lines = stack.stream().limit(MOST_FRAMES).map(frame -> "\n    at " + frame);
    int more = stack.size() - MOST_FRAMES;
    return lines.collect(joining()) + (more > 0 ? "\n    ... and " + more + " more" : "");
  }
}
