package org.dylink.engine;

import java.util.List;
import org.dylink.format.PrintableText;

/** A module that an engine refuses: it is not valid, or uses what the engine does not have. */
public final class InvalidModuleException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean unsupported;

  /**
   * @param module the module's name, first in the message
   * @param detail the rule that is broken
   */
  public InvalidModuleException(String module, String detail, Throwable cause) {
    this(module + ": not valid: " + detail, cause, false);
  }

  private InvalidModuleException(String message, Throwable cause, boolean unsupported) {
    super(PrintableText.of(message), cause);
    this.unsupported = unsupported;
  }

  /**
   * A module that may well be valid, but uses what the engine does not have.
   *
   * @param module the module's name, first in the message
   * @param detail what the engine does not have, and what to do about it
   */
  public static InvalidModuleException unsupported(String module, String detail, Throwable cause) {
    return new InvalidModuleException(module + ": " + detail, cause, true);
  }

  /**
   * A module that needs what an engine does not have, as {@link Engine#lacks} tells.
   *
   * @param engine the engine's name
   * @param lack the first of them
   */
  public static InvalidModuleException lacking(String module, String engine, Lack lack) {
    return unsupported(module, lack.message(List.of(engine)), null);
  }

  /** Whether another engine, or another way to compile it, could make the module run. */
  public boolean isUnsupported() {
    return unsupported;
  }
}
