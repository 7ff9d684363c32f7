package org.dylink.app.command;

/** The exit codes that are not the program's own. */
final class ExitCode {
  static final int OK = 0;
  static final int USAGE = 2;

  /** What {@code timeout} of coreutils exits with. */
  static final int TIMEOUT = 124;

  /** What a shell exits with that does not find a program, and ld.so where it cannot link. */
  static final int NOT_LINKED = 127;

  /** What a shell gives for a process that SIGABRT ended: 128 + 6. */
  static final int TRAPPED = 134;

  private ExitCode() {}
}
