package org.dylink.shell;

import java.util.Locale;

/** Constants and numbers as people write them. */
final class Words {
  private Words() {}

  /** A constant in words: {@code RUNNING} is {@code running}. */
  static String lowerCase(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** How many there are of something: {@code 1 function}, {@code 2 functions}. */
  static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
