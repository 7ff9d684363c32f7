package org.dylink.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.dylink.itest.bound.Tour;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceObjects;
import org.osgi.framework.ServiceReference;
import org.osgi.test.common.annotation.InjectBundleContext;

/**
 * Eight threads with one object, and each with its own, from the registry. A short run by count;
 * the environment variable {@code DYLINK_THREADS_SECONDS} makes each of the two as long as it says.
 */
@FrameworkTest
class BoundThreadsIT {
  private static final int THREADS = 8;
  private static final long ROUNDS = 500;
  private static final long SECONDS =
      Long.parseLong(System.getenv().getOrDefault("DYLINK_THREADS_SECONDS", "0"));

  @InjectBundleContext BundleContext context;

  @Test
  void threadsThatShareAnObjectTakeTurns() throws Exception {
    ServiceReference<Tour> reference = offer();
    Tour shared = context.getService(reference);
    long calls = run("on one object", () -> work(shared, false));
    // slow_count reads, waits and writes: a count is lost if two are in it at once.
    assertEquals(calls + 1, shared.count());
  }

  @Test
  void threadsWithObjectsOfTheirOwnDoNotMeet() throws Exception {
    ServiceObjects<Tour> tours = context.getServiceObjects(offer());
    long calls =
        run(
            "on their own",
            () -> {
              Tour own = tours.getService();
              try {
                long done = work(own, true);
                assertEquals(done + 1, own.count());
                return done;
              } finally {
                tours.ungetService(own);
              }
            });
    assertEquals(true, calls >= THREADS * ROUNDS);
  }

  private ServiceReference<Tour> offer() throws Exception {
    BoundJar.library("1.0.0").start(context);
    BoundJar.of(Tour.class, "libtour.so").start(context);
    return context.getServiceReference(Tour.class);
  }

  private static long run(String where, Callable<Long> worker) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<Long>> all = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        all.add(worker);
      }
      long calls = 0;
      for (Future<Long> each : threads.invokeAll(all)) {
        calls += each.get();
      }
      System.out.println("threads: " + THREADS + " " + where + ", " + calls + " rounds right");
      return calls;
    } finally {
      threads.shutdown();
    }
  }

  /** Calls, and counts the calls of slow_count. */
  private static long work(Tour tour, boolean isOwn) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    long calls = 0;
    while (calls < ROUNDS || System.nanoTime() - end < 0) {
      calls++;
      int i = (int) calls;
      int counted = tour.slowCount(50);
      if (isOwn) {
        assertEquals(i, counted);
      }
      String text = "x".repeat(i % 300);
      assertEquals(text.length(), tour.length(text));
      byte[] bytes = {1, 2, (byte) (i & 0x7f)};
      assertEquals(3 + (i & 0x7f), tour.sum(bytes, 3));
      assertEquals(i - 1, tour.apply((a, b) -> a - tour.add(b, 0), i, 1));
    }
    return calls;
  }
}
