package org.dylink.launcher.osgi;

import java.lang.System.Logger;
import java.util.List;
import java.util.ResourceBundle;

/**
 * A logger that keeps its lines, each with its level.
 *
 * @param lines where they are kept
 */
record RecordedLog(List<String> lines) implements Logger {
  @Override
  public String getName() {
    return "recorder";
  }

  @Override
  public boolean isLoggable(Level level) {
    return true;
  }

  @Override
  public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
    lines.add(level + " " + message);
  }

  // Called where there are no parameters, which then are no format.
  @Override
  public void log(Level level, ResourceBundle bundle, String format, Object... params) {
    lines.add(level + " " + (params == null ? format : format + params.length));
  }
}
