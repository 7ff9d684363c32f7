package org.dylink.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Arrays;
import org.dylink.binding.plain.WasmBinder;
import org.dylink.linker.LinkException;
import org.dylink.linker.embed.Dylink;

/**
 * What an object bound to zlib costs that has a program of its own, as a pool of services makes
 * them: it is bound, asked for its version once, and closed. Microseconds of this thread's
 * processor time and of the clock, the median of a round's objects. Arguments: rounds, then folders
 * of libraries.
 */
public final class BoundZlib {
  private static final int OBJECTS = 500; // of a round
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private BoundZlib() {}

  /** Prints the figures. */
  public static void main(String[] arguments) throws LinkException {
    int rounds = Integer.parseInt(arguments[0]);
    Path[] folders =
        Arrays.stream(arguments, 1, arguments.length).map(Path::of).toArray(Path[]::new);
    try (Dylink dylink = Dylink.create(folders)) {
      for (int i = 0; i < rounds; i++) {
        System.out.println(round(dylink));
      }
    }
  }

  private static String round(Dylink dylink) throws LinkException {
    long[] processor = new long[OBJECTS];
    long[] clock = new long[OBJECTS];
    for (int i = 0; i < OBJECTS; i++) {
      long processorBefore = THREADS.getCurrentThreadCpuTime();
      long before = System.nanoTime();
      try (Zlib zlib = WasmBinder.bind(Zlib.class, dylink)) {
        zlib.zlibVersion();
      }
      processor[i] = THREADS.getCurrentThreadCpuTime() - processorBefore;
      clock[i] = System.nanoTime() - before;
    }
    return String.format("  bound, called once %7.1f (%.1f)", micros(processor), micros(clock));
  }

  private static double micros(long[] nanos) {
    Arrays.sort(nanos);
    return nanos[nanos.length / 2] / 1e3;
  }
}
