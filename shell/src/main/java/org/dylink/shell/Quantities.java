package org.dylink.shell;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;

/** Reads sizes and times. */
final class Quantities {
  private static final String UNITS = "KMG";

  // A year: what is longer is a slip.
  private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(365L * 24 * 60 * 60);

  private Quantities() {}

  /**
   * Bytes, also as {@code 64K}, {@code 1M} or {@code 2g}, of 1,024 each.
   *
   * @throws IllegalArgumentException if the text is nothing of that kind
   */
  static long bytes(String text) {
    // Ten digits cannot overflow a long, not even in GiB.
    if (!text.matches("[0-9]{1,10}[KMGkmg]?")) {
      throw new IllegalArgumentException("expected a size such as 65536, 64K or 1M, found " + text);
    }
    String upper = text.toUpperCase(Locale.ROOT);
    int unit = UNITS.indexOf(upper.charAt(upper.length() - 1)) + 1;
    String digits = unit == 0 ? upper : upper.substring(0, upper.length() - 1);
    return Long.parseLong(digits) << (10 * unit);
  }

  /**
   * A number of threads.
   *
   * @throws IllegalArgumentException if the text is no number
   */
  static int threads(String text) {
    if (!text.matches("[0-9]{1,9}")) {
      throw new IllegalArgumentException("expected a number such as 64, found " + text);
    }
    return Integer.parseInt(text);
  }

  /**
   * Seconds with decimals, {@code 1.5}: more than 0, and at most a year.
   *
   * @throws IllegalArgumentException if the text is nothing of that kind
   */
  static Duration seconds(String text) {
    if (!text.matches("[0-9]{1,9}(\\.[0-9]{1,9})?")) {
      throw new IllegalArgumentException("expected seconds such as 10 or 1.5, found " + text);
    }
    BigDecimal seconds = new BigDecimal(text);
    if (seconds.signum() == 0 || seconds.compareTo(MOST_SECONDS) > 0) {
      throw new IllegalArgumentException("expected more than 0 and at most a year, found " + text);
    }
    return Duration.ofNanos(seconds.movePointRight(9).longValueExact());
  }
}
