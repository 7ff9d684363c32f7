package org.dylink.wasi;

import run.endive.log.Logger;

/**
 * Keeps Endive from logging calls. Its default logger starts the JDK's logging in every JVM, and
 * writes a line when a guest calls {@code fd_fdstat_set_rights}.
 */
final class NoLogger implements Logger {
  @Override
  public void log(Level level, String message, Throwable cause) {}

  @Override
  public boolean isLoggable(Level level) {
    return false;
  }
}
