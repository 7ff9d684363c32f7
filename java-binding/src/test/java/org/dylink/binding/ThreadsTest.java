package org.dylink.binding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dylink.binding.contract.Tour;
import org.dylink.binding.plain.WasmBinder;
import org.dylink.binding.testing.TestLinker;
import org.junit.jupiter.api.Test;

/**
 * Eight threads, on one object and each on its own; {@code -Ddylink.threads.seconds=60} is longer.
 */
class ThreadsTest {
  private static final int THREADS = 8;
  private static final long SECONDS = Long.getLong("dylink.threads.seconds", 1);
  private static final TestLinker LINKER = new TestLinker();

  @Test
  void threadsThatShareAnObjectTakeTurns() throws Exception {
    try (Tour shared = WasmBinder.bind(Tour.class, LINKER)) {
      long calls = run("on one object", thread -> new Work(shared, false));

      // slow_count reads, waits and writes: an answer is lost if two are in it at once.
      assertEquals(calls + 1, shared.count());
    }
  }

  @Test
  void threadsWithObjectsOfTheirOwnDoNotMeet() throws Exception {
    long calls = run("on their own", thread -> new Work(WasmBinder.bind(Tour.class, LINKER), true));
    assertTrue(calls > 0);
  }

  /** Makes one thread's work. */
  private interface Worker {
    Work of(int thread) throws Exception;
  }

  private static long run(String where, Worker worker) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<Long>> all = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        all.add(worker.of(i));
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

  /** Calls until its time is over, and counts the calls of slow_count. */
  private record Work(Tour tour, boolean isOwn) implements Callable<Long> {
    @Override
    public Long call() {
      long end = System.nanoTime() + SECONDS * 1_000_000_000L;
      long calls = 0;
      while (System.nanoTime() - end < 0) {
        calls++;
        round(calls);
      }
      if (isOwn) {
        tour.close();
      }
      return calls;
    }

    private void round(long calls) {
      int i = (int) calls;
      int counted = tour.slowCount(100);
      if (isOwn) {
        assertEquals(calls, counted);
      }
      String text = "x".repeat(i % 300);
      assertEquals(text.length(), tour.length(text));
      byte[] bytes = {(byte) 1, 2, (byte) (i & 0x7f)};
      assertEquals(3 + (i & 0x7f), tour.sum(bytes, 3));
      int[] numbers = {i, -i};
      tour.twice(numbers, 2);
      assertEquals(2 * i, numbers[0]);
      assertEquals(i - 1, tour.apply((a, b) -> a - tour.add(b, 0), i, 1));
    }
  }
}
