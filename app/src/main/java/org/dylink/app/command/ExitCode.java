package org.dylink.app.command;

/** The exit codes that are neither the program's own nor an {@code ExitStatus}. */
final class ExitCode {
  static final int OK = 0;
  static final int NOT_MADE = 1;
  static final int USAGE = 2;
  static final int NOT_READ = 74; // EX_IOERR of sysexits.h, as of output that is not written

  private ExitCode() {}
}
