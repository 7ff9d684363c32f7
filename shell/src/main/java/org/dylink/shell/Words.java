package org.dylink.shell;

import java.time.Duration;
import java.util.Locale;

/** Constants and numbers as people write them. */
final class Words {
  private Words() {}

  /** A constant in words: {@code RUNNING} is {@code running}. */
  static String lowerCase(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** A time in its two largest units: {@code 7s}, {@code 2m 5s}, {@code 26h 3m}. */
  static String time(Duration time) {
    if (time.toMinutes() == 0) {
      return time.toSeconds() + "s";
    }
    return time.toHours() == 0
        ? time.toMinutes() + "m " + time.toSecondsPart() + "s"
        : time.toHours() + "h " + time.toMinutesPart() + "m";
  }

  /** How many there are of something: {@code 1 function}, {@code 2 functions}. */
  static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
