package org.dylink.launcher.osgi;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Does the work of one program, a piece at a time. There is a thread only while there is work, and
 * a little longer.
 */
final class ProgramThread {
  private static final Logger LOG = System.getLogger(ProgramThread.class.getName());
  private static final long IDLE_SECONDS = 1;
  private static final long SECONDS_TO_END = 10;

  // A guest's call takes a Java frame of several hundred bytes; C code that recurses within its own
  // stack would overflow Java's default of 1 MiB. More would make a runaway recursion take seconds.
  private static final long STACK_BYTES = 64L << 20;

  private final ScheduledThreadPoolExecutor executor;

  ProgramThread(String program) {
    executor = new ScheduledThreadPoolExecutor(1, work -> thread(work, program));
    // What comes after the end is not needed any more.
    executor.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    executor.setRemoveOnCancelPolicy(true);
    executor.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
    executor.allowCoreThreadTimeOut(true);
  }

  void execute(Runnable work) {
    executor.execute(() -> attempt(work));
  }

  Future<?> schedule(Runnable work, Duration delay) {
    return executor.schedule(() -> attempt(work), delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  /**
   * Interrupts what it does, and waits a while for its end.
   *
   * @return whether it has ended
   */
  boolean end() {
    executor.shutdownNow();
    try {
      return executor.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  // The executor would keep it to itself.
  private static void attempt(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "BUG: " + e, e);
    }
  }

  private static Thread thread(Runnable work, String program) {
    Thread thread = new Thread(null, work, "dylink-program-" + program, STACK_BYTES);
    thread.setDaemon(true);
    return thread;
  }
}
