package org.dylink.app.launch;

/** A framework that does not start, or that lacks what a command needs. */
public final class LaunchException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param what what failed
   * @param cause why; its message becomes part of this one's
   */
  LaunchException(String what, Throwable cause) {
    super(what + ": " + reason(cause), cause);
  }

  LaunchException(String message) {
    super(message);
  }

  private static String reason(Throwable cause) {
    String message = cause.getMessage();
    // The first line only: resolvers draw pictures behind it.
    return message == null ? cause.getClass().getName() : message.lines().findFirst().orElse("");
  }
}
