package org.dylink.engine;

import java.time.Duration;
import java.util.Optional;

/**
 * What an engine has done since it was made, for who watches it. Numbers only grow.
 *
 * @param compiled functions that were compiled
 * @param compileTime how long that took, in the threads that waited for it
 * @param kept functions that were not compiled, as their code was kept from an earlier run or came
 *     with the module
 * @param cacheProblem why what is compiled cannot be kept, or could not be the last time, with the
 *     folder in front; empty if it can, or if nothing is to be kept
 */
public record EngineStatistics(
    long compiled, Duration compileTime, long kept, Optional<String> cacheProblem) {
  /** Of an engine that compiles nothing, or does not tell. */
  public static final EngineStatistics NONE =
      new EngineStatistics(0, Duration.ZERO, 0, Optional.empty());
}
