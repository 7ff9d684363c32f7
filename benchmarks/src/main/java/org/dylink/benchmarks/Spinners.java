package org.dylink.benchmarks;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Program;

/**
 * A library opened and closed while 16 threads of the program spin without calls, against the same
 * while 16 threads spin that are none of the program's: in processor time of the thread that opens
 * it, as there are fewer processors than threads, and those share caches and more. And how long all
 * threads of a program take to be gone once it is stopped, be they in loops, in waits or in reads.
 *
 * <p>{@code Spinners ENGINE FOLDER:FOLDER...} prints medians, and of the ends the worst, in
 * nanoseconds.
 */
public final class Spinners {
  private static final int THREADS = 16;
  private static final int OPENS = 200;
  private static final int WARM = 2_000;
  private static final int ENDS = 10;
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  /** What a thread does, as the program numbers it. */
  private enum Work {
    LOOP(0),
    WAIT(1),
    READ(2);

    private final int number;

    Work(int number) {
      this.number = number;
    }
  }

  private final Link link;

  private Spinners(String engine, String folders) {
    link = new Link(engine, RunProgram.folders(folders));
  }

  /** Prints a line a figure. */
  public static void main(String[] arguments)
      throws LinkException, InterruptedException, IOException {
    Spinners spinners = new Spinners(arguments[0], arguments[1]);
    spinners.open();
    for (Work work : Work.values()) {
      spinners.end(work);
    }
    System.exit(0);
  }

  // The opener's own code is compiled better and better meanwhile: all three in turn, twice.
  private void open() throws LinkException {
    long[] alone = new long[2 * OPENS];
    long[] others = new long[2 * OPENS];
    long[] beside = new long[2 * OPENS];
    try (Program program = link.link("spinners.wasm")) {
      opens(program, new long[WARM], 0, WARM);
    }
    for (int from = 0; from < 2 * OPENS; from += OPENS) {
      try (Program program = link.link("spinners.wasm")) {
        opens(program, alone, from, OPENS);
        AtomicBoolean goOn = spin();
        opens(program, others, from, OPENS);
        goOn.set(false);
        begin(program, Work.LOOP, THREADS);
        opens(program, beside, from, OPENS);
      }
    }
    System.out.println("open-alone " + median(alone));
    System.out.println("open-beside-others " + median(others));
    System.out.println("open-beside-spinners " + median(beside));
  }

  /** As many threads that have nothing to do with the program. */
  private static AtomicBoolean spin() {
    AtomicBoolean goOn = new AtomicBoolean(true);
    for (int i = 0; i < THREADS; i++) {
      Thread spinner =
          new Thread(
              () -> {
                while (goOn.get()) {
                  Thread.onSpinWait();
                }
              });
      spinner.setDaemon(true);
      spinner.start();
    }
    return goOn;
  }

  private static void opens(Program program, long[] each, int from, int times)
      throws LinkException {
    for (int i = from; i < from + times; i++) {
      long before = CLOCK.getCurrentThreadCpuTime();
      program.open("libopened.so").close();
      each[i] = CLOCK.getCurrentThreadCpuTime() - before;
    }
  }

  private static long median(long[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  private static void begin(Program program, Work work, int threads) {
    for (int i = 0; i < threads; i++) {
      program.call("begin", work.number);
    }
    while ((int) program.call("begun") < threads) {
      Thread.onSpinWait();
    }
  }

  // Two, one for each processor: how long a machine takes to give 16 threads a turn is its own.
  private void end(Work work) throws LinkException, InterruptedException, IOException {
    long[] each = new long[ENDS];
    for (int i = 0; i < ENDS; i++) {
      try (PipedOutputStream out = new PipedOutputStream()) {
        each[i] = end(work, new PipedInputStream(out));
      }
    }
    String name = "end-in-" + work.name().toLowerCase(Locale.ROOT);
    System.out.println(name + " " + median(each));
    System.out.println(name + "-worst " + each[ENDS - 1]);
  }

  private long end(Work work, PipedInputStream in) throws LinkException, InterruptedException {
    LinkRequest.Builder request = LinkRequest.builder(link.library("spinners.wasm")).stdin(in);
    try (Program program = link.link(request)) {
      begin(program, work, 2);
      // Long enough for a loop to be compiled, and for the others to be asleep.
      Thread.sleep(700);
      long asked = System.nanoTime();
      program.stop("the benchmark's");
      for (Thread each : Thread.getAllStackTraces().keySet()) {
        if (each.getName().startsWith("dylink-program-")) {
          each.join();
        }
      }
      return System.nanoTime() - asked;
    }
  }
}
