package org.dylink.shell;

import static java.util.stream.Collectors.joining;

import java.util.Optional;
import java.util.stream.Stream;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
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
    if (cause instanceof LinkException) {
      return new Outcome(NOT_LINKED, cause.getMessage());
    } else if (cause instanceof TrapException trap) {
      return new Outcome(
          trap.kind() == TrapKind.TIMEOUT ? TIMEOUT : TRAPPED, report(program, trap));
    }
    throw new IllegalStateException("BUG: " + program + ": " + cause, cause);
  }

  private static String report(String program, TrapException trap) {
    String what = program + ": trap: " + trap.kind() + ": " + trap.getMessage();
    Stream<String> frames = trap.guestStack().stream().map(frame -> "    at " + frame);
    return Stream.concat(Stream.of(what), frames).collect(joining("\n"));
  }
}
