package org.dylink.wasi;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * The clocks of a program: {@code clockid} of typenames.witx. All but the real time count from its
 * start: how long the host has been running is none of its business.
 */
final class Clocks {
  static final int REALTIME = 0;
  private static final int MONOTONIC = 1;
  private static final int THREAD_CPUTIME = 3;

  private final long started = System.nanoTime();

  /**
   * The time in nanoseconds. The time since the program started stands for its processor time: the
   * real one is in the module java.management, which costs every start of the JVM, and counts the
   * linker's work too.
   *
   * @throws ErrnoException INVAL if there is no such clock
   */
  long now(int clock) {
    if (clock == REALTIME) {
      Instant now = Instant.now();
      return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    }
    if (clock < MONOTONIC || clock > THREAD_CPUTIME) {
      throw new ErrnoException(WasiErrno.INVAL);
    }
    return System.nanoTime() - started;
  }
}
