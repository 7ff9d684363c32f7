package org.dylink.toolchain.packed;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Ends this process when it has had nothing to do for long: a compiler takes hundreds of megabytes,
 * and who starts it may stay for days. Threads may share it.
 */
final class IdleEnd {
  /** Tells whoever has asked meanwhile that nothing was begun of it. */
  static final int EXIT_CODE = 75;

  private final Duration longest;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(IdleEnd::newThread);
  private int running; // guarded by this
  private ScheduledFuture<?> end; // guarded by this; null before the first answer

  /**
   * @param longest how long nothing may be to do, once something was
   */
  IdleEnd(Duration longest) {
    this.longest = longest;
  }

  private static Thread newThread(Runnable task) {
    Thread thread = new Thread(task, "idle");
    thread.setDaemon(true);
    return thread;
  }

  /** Something is to do. Does not return where the process has come to its end already. */
  synchronized void begin() {
    running++;
    if (end != null) {
      end.cancel(false);
    }
  }

  /** It is done, and was answered. */
  synchronized void done() {
    running--;
    if (running == 0) {
      end = clock.schedule(this::endIfIdle, longest.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  // With the lock, so that nothing begins any more.
  private synchronized void endIfIdle() {
    if (running == 0) {
      Runtime.getRuntime().halt(EXIT_CODE);
    }
  }
}
