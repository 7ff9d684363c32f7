package org.dylink.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.dylink.format.MalformedModuleException;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Program;
import org.dylink.linker.embed.Dylink;

/**
 * A library that is replaced while four threads call it, together 10,000 times a second.
 *
 * <p>{@code Replacement ONE OTHER SECONDS} puts each of two versions in the place of the other, ten
 * times a second. It prints {@code calls}, those that {@code failed}, the longest of them in
 * milliseconds ({@code pause}) beside the longest while nothing was replaced ({@code
 * pause-without}), and the median time of a replacement.
 */
public final class Replacement {
  private static final int THREADS = 4;
  private static final long CALL_NANOS = 400_000; // of one thread: 2,500 a second
  private static final long REPLACE_NANOS = 100_000_000;

  private final Program program;
  private final AtomicBoolean over = new AtomicBoolean();
  private final AtomicLong calls = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private final AtomicLong longest = new AtomicLong();

  private Replacement(Program program) {
    this.program = program;
  }

  /** Prints the figures. */
  public static void main(String[] arguments) throws Exception {
    Library[] versions = {read(arguments[0]), read(arguments[1])};
    long seconds = Long.parseLong(arguments[2]);
    try (Dylink linker = Dylink.create();
        Program program = linker.link(LinkRequest.builder(versions[0]).build())) {
      new Replacement(program).measure(versions, seconds * 1_000_000_000L);
    }
  }

  // Read anew for each replacement: another object is another library.
  private static Library read(String file) throws IOException, MalformedModuleException {
    return Library.read(Path.of(file).toUri().toURL());
  }

  private void measure(Library[] versions, long nanos) throws Exception {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      Thread thread = new Thread(this::call);
      thread.start();
      threads.add(thread);
    }
    LockSupport.parkNanos(nanos / 2);
    longest.set(0);
    LockSupport.parkNanos(nanos / 2);
    long without = longest.getAndSet(0);
    long[] times = replace(versions, nanos);
    over.set(true);
    for (Thread each : threads) {
      each.join();
    }
    System.out.printf("calls %d%n", calls.get());
    System.out.printf("failed %d%n", failed.get());
    System.out.printf("pause %.2f%n", longest.get() / 1e6);
    System.out.printf("pause-without %.2f%n", without / 1e6);
    System.out.printf("replacement %.2f%n", times[times.length / 2] / 1e6);
  }

  private long[] replace(Library[] versions, long nanos) throws LinkException {
    List<Long> times = new ArrayList<>();
    long end = System.nanoTime() + nanos;
    while (System.nanoTime() < end) {
      long start = System.nanoTime();
      program.replace(versions[(times.size() + 1) % 2]);
      times.add(System.nanoTime() - start);
      LockSupport.parkNanos(REPLACE_NANOS);
    }
    long[] sorted = times.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    return sorted;
  }

  private void call() {
    while (!over.get()) {
      long start = System.nanoTime();
      try {
        program.call("count");
      } catch (RuntimeException e) {
        failed.incrementAndGet();
      }
      long took = System.nanoTime() - start;
      calls.incrementAndGet();
      longest.accumulateAndGet(took, Math::max);
      LockSupport.parkNanos(CALL_NANOS - took);
    }
  }
}
