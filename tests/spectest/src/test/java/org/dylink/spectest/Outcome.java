package org.dylink.spectest;

/**
 * What became of a command.
 *
 * @param detail why it failed or was skipped; empty for what passed
 */
record Outcome(Command command, Verdict verdict, String detail) {
  enum Verdict {
    PASSED,
    FAILED,
    SKIPPED
  }

  int line() {
    return command.line();
  }

  @Override
  public String toString() {
    return line() + " " + command.type() + ": " + detail;
  }
}
