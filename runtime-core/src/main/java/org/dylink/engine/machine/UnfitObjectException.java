package org.dylink.engine.machine;

/** A file that is no object, or not one for whom it is read. */
public final class UnfitObjectException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param detail what does not fit
   * @param cause or null
   */
  public UnfitObjectException(String detail, Throwable cause) {
    super(detail, cause);
  }
}
