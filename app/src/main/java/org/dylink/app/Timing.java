package org.dylink.app;

import java.lang.management.ManagementFactory;
import java.util.function.Consumer;

/** Prints how long each phase took, where the system property {@code dylink.timing} is true. */
public final class Timing {
  private static final boolean ON = Boolean.getBoolean("dylink.timing");

  private final Consumer<String> out;
  private long last = System.nanoTime();

  /**
   * Starts to count now.
   *
   * @param out takes lines
   */
  public Timing(Consumer<String> out) {
    this.out = out;
  }

  /** From the start of the process until now: the JVM's own start and the command line. */
  public void sinceProcessStart() {
    if (ON) {
      // Read before the bean is asked for, which takes longer than much of what is measured.
      long now = System.currentTimeMillis();
      long start = ManagementFactory.getRuntimeMXBean().getStartTime();
      print("JVM start", (now - start) * 1_000_000);
      last = System.nanoTime();
    }
  }

  /** Ends a phase, and starts the next one. */
  public void phase(String name) {
    if (ON) {
      long now = System.nanoTime();
      print(name, now - last);
      last = now;
    }
  }

  private void print(String name, long nanos) {
    out.accept("dylink: timing: " + name + ": " + nanos / 1_000_000 + " ms");
  }
}
