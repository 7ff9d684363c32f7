package org.dylink.fuzz;

import java.nio.file.Path;

/**
 * How long and with which seed, as for all fuzzing of the project: system properties {@code
 * dylink.fuzz.seconds}, {@code dylink.fuzz.seed}, and {@code dylink.fuzz.case} for one case alone.
 */
final class FuzzSettings {
  static final long SEED = Long.getLong("dylink.fuzz.seed", 20_260_101);
  static final Path FINDINGS = Path.of("target/fuzz");
  private static final Long ONLY = Long.getLong("dylink.fuzz.case");

  /** Does one case. */
  interface Case {
    /** Whether to go on. */
    boolean run(long number);
  }

  private FuzzSettings() {}

  static long seedOf(long number) {
    return SEED * 1_000_003 + number;
  }

  /**
   * Runs cases one after the other.
   *
   * @param seconds for how long, where nobody says
   * @return how many cases
   */
  static long run(int seconds, Case one) {
    long end = System.nanoTime() + Long.getLong("dylink.fuzz.seconds", seconds) * 1_000_000_000;
    long number = ONLY == null ? 0 : ONLY;
    boolean goOn = one.run(number++);
    while (ONLY == null && goOn && System.nanoTime() < end) {
      goOn = one.run(number++);
    }
    return number - (ONLY == null ? 0 : ONLY);
  }
}
