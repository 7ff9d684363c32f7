package org.dylink.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dylink.engine.TrapException;
import org.dylink.linker.ExitStatus;
import org.dylink.linker.LinkException;

/**
 * How a run ended.
 *
 * @param exitCode the program's own, or one of those that {@code dylink run} ends with
 * @param message what the user should know; empty after success
 */
record Outcome(int exitCode, Optional<String> message) {
  private static final int USAGE = 2;
  private static final int INTERRUPTED = 130;

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
      return of(program, ExitStatus.of(program, trap));
    } else if (cause instanceof LinkException failure) {
      return of(program, ExitStatus.of(failure));
    }
    throw new IllegalStateException("BUG: " + program + ": " + cause, cause);
  }

  private static Outcome of(String program, ExitStatus status) {
    List<String> lines = new ArrayList<>(status.messages());
    lines.addAll(status.frames());
    return lines.isEmpty()
        ? exited(program, status.code())
        : new Outcome(status.code(), String.join("\n", lines));
  }
}
