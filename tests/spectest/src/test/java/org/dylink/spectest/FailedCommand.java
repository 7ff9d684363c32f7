package org.dylink.spectest;

/** A command did not do what its script says. */
final class FailedCommand extends Exception {
  private static final long serialVersionUID = 1L;

  FailedCommand(String detail) {
    super(detail);
  }
}
