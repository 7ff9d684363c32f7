package org.dylink.engine.machine;

/**
 * A compiler that has not come to an end of its own: not the module's fault, as far as is known.
 */
public final class CompilerFailedException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param detail what went wrong
   * @param cause or null
   */
  public CompilerFailedException(String detail, Throwable cause) {
    super(detail, cause);
  }
}
