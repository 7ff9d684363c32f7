package org.dylink.engine.machine.make;

import java.time.Duration;

/**
 * What the process of a compiler may take.
 *
 * @param time after which it is ended
 * @param memory MiB of address space; 0 for as much as it wants. Where there is no {@code ulimit},
 *     as on Windows, it is not limited
 */
public record CompilerLimits(Duration time, int memory) {
  /** Enough for libraries of some megabytes. */
  public static final CompilerLimits USUAL = new CompilerLimits(Duration.ofMinutes(10), 6144);
}
