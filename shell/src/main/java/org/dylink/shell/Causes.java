package org.dylink.shell;

import java.net.UnknownHostException;

/** What the framework's exceptions say, without the framework's own wrapping. */
final class Causes {
  private Causes() {}

  /** The message of the innermost cause that has one: what was wrong, not who noticed. */
  static String message(Throwable problem) {
    String message = problem.toString();
    for (Throwable each = problem; each != null; each = each.getCause()) {
      message = each.getMessage() == null ? message : each.getMessage().strip();
    }
    return innermost(problem) instanceof UnknownHostException ? "unknown host " + message : message;
  }

  // Its message is the host's name and nothing else.
  private static Throwable innermost(Throwable problem) {
    return problem.getCause() == null ? problem : innermost(problem.getCause());
  }
}
