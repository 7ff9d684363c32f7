package org.dylink.linker.config;

/** A property of a configuration that cannot be used; the message names PID, property and value. */
public final class MalformedValueException extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedValueException(String message, Throwable cause) {
    super(message, cause);
  }
}
