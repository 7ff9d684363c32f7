package org.dylink.bindgen;

/** No interface can be made of a header; the message says why, perhaps in several lines. */
public final class BindingsException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param message {@code zlib.h: what failed: detail}
   * @param cause what made it fail
   */
  public BindingsException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * @param message {@code zlib.h: what failed: detail}
   */
  public BindingsException(String message) {
    super(message);
  }
}
