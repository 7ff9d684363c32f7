package org.dylink.engine.host;

/**
 * Carries a checked exception of a host method through guests, which declare none. Whoever runs
 * guest code for others throws the cause instead.
 */
public final class CheckedHostException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param cause what the method has thrown
   */
  public CheckedHostException(Throwable cause) {
    super(cause.getMessage(), cause, false, false);
  }
}
