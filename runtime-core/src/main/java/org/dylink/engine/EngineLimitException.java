package org.dylink.engine;

import org.dylink.format.PrintableText;

/** A memory or table that would be larger than what was granted, or than the engine can make. */
public final class EngineLimitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param detail what was asked for and what the limit is
   */
  public EngineLimitException(String detail) {
    super(PrintableText.of(detail));
  }
}
