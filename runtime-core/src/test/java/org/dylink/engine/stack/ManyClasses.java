package org.dylink.engine.stack;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** A host's function that needs classes of all kinds, of Java and of its own. */
final class ManyClasses {
  private ManyClasses() {}

  /** Returns the same each time, if all of them work. */
  static String use() {
    return String.format(Locale.ROOT, "%5.2f %s", 1.5, "x")
        + "a1b2".replaceAll("[0-9]+", "")
        + List.of(3, 1, 2).stream().sorted().map(String::valueOf).collect(Collectors.joining())
        + new BigDecimal("1.5").pow(3)
        + UUID.nameUUIDFromBytes(new byte[1]).version()
        + new ConcurrentSkipListMap<>(Map.of(1, 2)).size()
        + ZonedDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneId.of("Europe/Berlin")).getHour()
        + log()
        + Own.VALUE;
  }

  private static String log() {
    Logger logger = Logger.getLogger("deep");
    logger.log(Level.FINE, "{0}", 1);
    return logger.getName();
  }

  private static final class Own {
    static final int VALUE = sum(50);

    private static int sum(int numbers) {
      return numbers == 0 ? 0 : numbers + sum(numbers - 1);
    }
  }
}
