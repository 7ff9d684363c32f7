package org.dylink.app.options;

import java.math.BigDecimal;
import java.time.Duration;

/** Reads sizes and times. */
final class Amounts {
  private static final long WHOLE_MEMORY = 1L << 32;

  private static final int MOST_THREADS = 100_000;

  private static final String SUFFIXES = "KMG";
  // A year: what is longer is a slip, and nanoseconds in a long end at 292 of them.
  private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(365L * 24 * 60 * 60);

  private Amounts() {}

  /** Bytes, also as {@code 64K}, {@code 1M} or {@code 2g}, of 1,024 each. */
  static long bytes(Option option, String text) throws UsageException {
    int last = text.length() - 1;
    int suffix = last < 0 ? -1 : SUFFIXES.indexOf(Character.toUpperCase(text.charAt(last)));
    String digits = suffix < 0 ? text : text.substring(0, last);
    long unit = 1L << (10 * (suffix + 1));
    // Ten digits cannot overflow a long, not even in GiB.
    if (!digits.matches("[0-9]{1,10}")) {
      throw new UsageException(
          option.form() + ": expected a size such as 65536, 64K or 1M, found '" + text + "'");
    }
    long bytes = Long.parseLong(digits) * unit;
    // A stack is addressed by a signed i32, a memory ends at 4 GiB.
    long most = option == Option.STACK_SIZE ? Integer.MAX_VALUE : WHOLE_MEMORY;
    if (bytes < 1 || bytes > most) {
      throw new UsageException(
          option.form() + ": expected 1 to " + most + " bytes, found " + bytes);
    }
    return bytes;
  }

  /** A number of threads. */
  static int threads(Option option, String text) throws UsageException {
    if (!text.matches("[0-9]{1,9}")) {
      throw new UsageException(
          option.form() + ": expected a number such as 64, found '" + text + "'");
    }
    int threads = Integer.parseInt(text);
    if (threads < 1 || threads > MOST_THREADS) {
      throw new UsageException(
          option.form() + ": expected 1 to " + MOST_THREADS + " threads, found " + threads);
    }
    return threads;
  }

  /** Seconds with decimals: {@code 1.5}. */
  static Duration seconds(Option option, String text) throws UsageException {
    if (!text.matches("[0-9]{1,9}(\\.[0-9]{1,9})?")) {
      throw new UsageException(
          option.form() + ": expected a number such as 10 or 1.5, found '" + text + "'");
    }
    BigDecimal seconds = new BigDecimal(text);
    if (seconds.signum() == 0 || seconds.compareTo(MOST_SECONDS) > 0) {
      throw new UsageException(
          option.form() + ": expected more than 0 and at most a year, found " + text);
    }
    return Duration.ofNanos(seconds.movePointRight(9).longValueExact());
  }
}
