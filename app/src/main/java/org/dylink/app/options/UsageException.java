package org.dylink.app.options;

/** A command line that cannot be understood; exit code 2. */
public final class UsageException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what is wrong, as {@code dylink: } goes before it
   */
  public UsageException(String message) {
    super(message);
  }
}
