package org.dylink.engine.machine.make;

import java.util.Locale;
import org.dylink.engine.machine.Baseline;

/** What this JVM runs on. */
public final class Platform {
  /** As objects name it: {@code linux-x86_64}. */
  public static final String NAME =
      name(System.getProperty("os.name"), System.getProperty("os.arch"));

  private Platform() {}

  static String name(String system, String processor) {
    String lower = system.toLowerCase(Locale.ROOT);
    String kind = lower.startsWith("mac") ? "macos" : lower.startsWith("win") ? "windows" : lower;
    return kind + "-" + (processor.equals("amd64") ? "x86_64" : processor);
  }

  /** Whether this engine knows how to enter code here. */
  public static boolean isKnown() {
    return !Baseline.of(NAME).equals(Baseline.NONE);
  }
}
