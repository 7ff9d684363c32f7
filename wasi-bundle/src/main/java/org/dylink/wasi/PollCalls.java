package org.dylink.wasi;

import run.endive.wasi.WasiPreview1;

/**
 * Waiting for clocks and streams. Java cannot tell whether standard input has ended without reading
 * it: a program that waits for it alone, without a clock, waits until it is stopped.
 */
final class PollCalls {
  /** Endive keeps an object for each subscription. */
  private static final int MAX_SUBSCRIPTIONS = 4096;

  private static final long SUBSCRIPTION_SIZE = 48;
  private static final long EVENT_SIZE = 32;

  private final WasiPreview1 endive;
  private final GuestMemory memory;

  PollCalls(WasiState state) {
    endive = state.endive();
    memory = state.memory();
  }

  int pollOneoff(int subscriptions, int events, int count, int result) {
    Border.stopIfInterrupted();
    if (Integer.compareUnsigned(count, MAX_SUBSCRIPTIONS) > 0) {
      return Errno.INVAL;
    }
    memory.check(subscriptions, count * SUBSCRIPTION_SIZE);
    memory.check(events, count * EVENT_SIZE);
    memory.check(result, Integer.BYTES);
    return endive.pollOneoff(memory, subscriptions, events, count, result);
  }
}
