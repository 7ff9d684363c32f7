package org.dylink.engine;

/** A module that an engine refuses: it is not valid, or uses what the engine does not have. */
public final class InvalidModuleException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param module the module's name, first in the message
   * @param detail the rule that is broken
   */
  public InvalidModuleException(String module, String detail, Throwable cause) {
    super(module + ": not valid: " + detail, cause);
  }
}
