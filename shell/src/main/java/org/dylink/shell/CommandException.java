package org.dylink.shell;

import org.dylink.format.PrintableText;

/** A command that cannot do what it was asked. The message is all that the user gets to see. */
final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message one line that names the thing and, where there is one, the way out
   */
  CommandException(String message) {
    super(PrintableText.ofLines(message));
  }

  /** The bare message: Gogo's shell prints an exception by this method, class name and all. */
  @Override
  @SuppressWarnings("OverrideThrowableToString")
  public String toString() {
    return getMessage();
  }
}
