package org.dylink.launcher.osgi;

import java.time.Duration;
import java.util.Optional;

/**
 * Decides whether and when a program is started again. The delay doubles with each restart in a
 * row, so that a program that always fails at once keeps nobody busy; after a run that was long
 * enough a new row begins. Used by one thread.
 */
final class Restarts {
  /** What the doubled delay grows to, unless the first one is longer; also a run long enough. */
  static final Duration LONG = Duration.ofMinutes(1);

  // A nanosecond doubled as often is over a minute: what is more is cut anyway.
  private static final int MOST_DOUBLINGS = 36;

  private final Restart when;
  private final Duration firstDelay;
  private final long most;
  private int inRow;
  private int all;

  /**
   * @param firstDelay the delay of the first restart in a row
   * @param most how many there may be in a row
   */
  Restarts(Restart when, Duration firstDelay, long most) {
    this.when = when;
    this.firstDelay = firstDelay;
    this.most = most;
  }

  Duration firstDelay() {
    return firstDelay;
  }

  /** Forgets all earlier runs. */
  void reset() {
    inRow = 0;
    all = 0;
  }

  /** How many there were since the last reset. */
  int count() {
    return all;
  }

  /**
   * The delay after which a program is started again; empty if it is not.
   *
   * @param failed whether it has ended otherwise than with exit code 0
   * @param ran how long it ran
   */
  Optional<Duration> after(boolean failed, Duration ran) {
    if (ran.compareTo(LONG) >= 0) {
      inRow = 0;
    }
    if (!applies(failed) || inRow >= most) {
      return Optional.empty();
    }
    Duration delay = delay();
    inRow++;
    all++;
    return Optional.of(delay);
  }

  /** Whether there are none left in a row, of those that the policy would make. */
  boolean isUsedUp(boolean failed) {
    return applies(failed) && inRow >= most;
  }

  /** How many there were in a row. */
  int inRow() {
    return inRow;
  }

  private boolean applies(boolean failed) {
    return switch (when) {
      case NEVER -> false;
      case ON_FAILURE -> failed;
      case ALWAYS -> true;
    };
  }

  private Duration delay() {
    if (firstDelay.compareTo(LONG) >= 0) {
      return firstDelay;
    }
    Duration doubled = firstDelay.multipliedBy(1L << Math.min(inRow, MOST_DOUBLINGS));
    return doubled.compareTo(LONG) < 0 ? doubled : LONG;
  }
}
