package org.dylink.bindgen.macro;

/** What has a value, but none that Java has constants of; the message says why. */
final class NoConstantException extends Exception {
  private static final long serialVersionUID = 1L;

  NoConstantException(String reason) {
    super(reason);
  }
}
