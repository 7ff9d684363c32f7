package org.dylink.bindgen.emit;

/** Something of C that an interface cannot have; the message says why. */
final class LeftOutException extends Exception {
  private static final long serialVersionUID = 1L;

  LeftOutException(String reason) {
    super(reason);
  }
}
