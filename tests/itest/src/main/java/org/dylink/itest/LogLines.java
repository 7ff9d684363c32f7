package org.dylink.itest;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.IntStream;

/** What a logger is told while this is open; it goes nowhere else. */
final class LogLines extends Handler implements AutoCloseable {
  private final Logger logger;
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final List<String> levels = new CopyOnWriteArrayList<>();

  LogLines(String logger) {
    this.logger = Logger.getLogger(logger);
    this.logger.addHandler(this);
    this.logger.setUseParentHandlers(false);
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  /** Each line with its level in front. */
  List<String> linesWithLevels() {
    return IntStream.range(0, lines.size())
        .mapToObj(i -> levels.get(i) + " " + lines.get(i))
        .toList();
  }

  @Override
  public void publish(LogRecord message) {
    levels.add(message.getLevel().getName());
    lines.add(new SimpleFormatter().formatMessage(message));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.setUseParentHandlers(true);
    logger.removeHandler(this);
  }
}
