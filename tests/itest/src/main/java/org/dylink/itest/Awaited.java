package org.dylink.itest;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleListener;
import org.osgi.framework.ServiceListener;

/** Waits for what other threads do with bundles and services. */
final class Awaited {
  private static final long LIMIT_SECONDS = 60;

  private Awaited() {}

  /** Looks at a condition now and after each event, until it holds. */
  static void until(BundleContext context, String what, Callable<Boolean> condition)
      throws Exception {
    Semaphore events = new Semaphore(0);
    BundleListener bundles = event -> events.release();
    ServiceListener services = event -> events.release();
    context.addBundleListener(bundles);
    context.addServiceListener(services);
    try {
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
      while (!condition.call()) {
        long left = deadline - System.nanoTime();
        assertTrue(events.tryAcquire(left, TimeUnit.NANOSECONDS), "not within 60 s: " + what);
      }
    } finally {
      context.removeServiceListener(services);
      context.removeBundleListener(bundles);
    }
  }
}
