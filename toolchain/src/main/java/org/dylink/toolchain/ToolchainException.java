package org.dylink.toolchain;

/** What keeps a source from being compiled, in words for whoever wrote it. */
public final class ToolchainException extends Exception {
  private static final long serialVersionUID = 1;

  /** With its message. */
  public ToolchainException(String message) {
    super(message);
  }

  /** With its message and what it comes from. */
  public ToolchainException(String message, Throwable cause) {
    super(message, cause);
  }
}
