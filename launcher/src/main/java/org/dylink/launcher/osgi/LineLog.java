package org.dylink.launcher.osgi;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;

/** Logs what a program prints, a line each. Used by one thread. */
final class LineLog extends OutputStream {
  /** A longer line is logged in pieces: a program need not end its lines. */
  static final int MOST_BYTES = 8_192;

  private static final int LONGEST_CHARACTER = 4;

  private final Logger log;
  private final Level level;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  LineLog(Logger log, Level level) {
    this.log = log;
    this.level = level;
  }

  @Override
  public void write(int value) {
    if (value == '\n') {
      logLine();
      return;
    }
    if (isFull((byte) value)) {
      logLine();
    }
    line.write(value);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      write(bytes[i]);
    }
  }

  /** Logs a line that has not ended; what a program flushes may be half of one. */
  @Override
  public void close() {
    if (line.size() > 0) {
      logLine();
    }
  }

  // Not in the middle of a character, unless what is printed is no text.
  private boolean isFull(byte next) {
    boolean continues = (next & 0xc0) == 0x80;
    return line.size() >= MOST_BYTES + (continues ? LONGEST_CHARACTER : 0);
  }

  private void logLine() {
    String text = line.toString(StandardCharsets.UTF_8);
    line.reset();
    log.log(level, text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
  }
}
