package org.dylink.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Program;
import org.dylink.linker.Snapshot;
import org.dylink.linker.embed.Dylink;

/**
 * What a program costs that is linked in full, that begins from a snapshot, or that the linker lets
 * begin by itself: microseconds of this thread's processor time and of the clock, for the link and
 * for the link with the run; and what many that are there at once take. Arguments: a main, rounds,
 * programs at once, then folders of libraries.
 */
public final class Snapshots {
  private static final int PROGRAMS = 500; // of a round
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Dylink dylink;
  private final Library main;
  private final boolean isOfSystem;
  private final PrintStream out = System.out;
  private int limit;

  private Snapshots(Dylink dylink, Library main, boolean isOfSystem) {
    this.dylink = dylink;
    this.main = main;
    this.isOfSystem = isOfSystem;
  }

  /** Prints the figures. */
  public static void main(String[] arguments) throws Exception {
    Path file = Path.of(arguments[0]);
    Path[] folders = new Path[arguments.length - 3];
    for (int i = 0; i < folders.length; i++) {
      folders[i] = Path.of(arguments[i + 3]);
    }
    for (boolean isOfSystem : new boolean[] {false, true}) {
      if (isOfSystem && Runtime.version().feature() < 22) {
        break;
      }
      try (Dylink dylink = Dylink.create(folders)) {
        Snapshots figures = new Snapshots(dylink, dylink.read(file), isOfSystem);
        figures.print(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
      }
    }
  }

  // More than 2 GiB, and the memory is the system's.
  private LinkRequest.Builder request() {
    LinkRequest.Builder request =
        LinkRequest.builder(main).engine("jvm").stdout(OutputStream.nullOutputStream());
    return request.maxMemory(isOfSystem ? 4L << 30 : 1L << 30);
  }

  private void print(int rounds, int atOnce) throws Exception {
    out.printf("memory of %s%n", isOfSystem ? "the system" : "the heap");
    Snapshot snapshot;
    try (Program first = dylink.link(request().build())) {
      snapshot = first.snapshot();
    }
    LinkRequest usual = request().build();
    for (int i = 0; i < rounds; i++) {
      // Another limit is another kind of program, which begins nowhere.
      row("in full", each -> request().maxMemory((64L << 20) + (++limit << 16)).build(), null);
      row("from a snapshot", each -> usual, snapshot);
      row("by itself", each -> usual, null);
    }
    many(snapshot, atOnce);
  }

  private void row(String name, IntFunction<LinkRequest> requests, Snapshot from)
      throws LinkException {
    boolean runs = main.module().export(Program.ENTRY).isPresent();
    out.printf("  %-16s link %s", name, time(requests, from, false));
    out.printf("%s%n", runs ? ", link and run " + time(requests, from, true) : "");
  }

  private String time(IntFunction<LinkRequest> requests, Snapshot from, boolean runs)
      throws LinkException {
    long processor = THREADS.getCurrentThreadCpuTime();
    long clock = System.nanoTime();
    for (int i = 0; i < PROGRAMS; i++) {
      LinkRequest request = requests.apply(i);
      try (Program program = from == null ? dylink.link(request) : dylink.link(from, request)) {
        if (runs) {
          program.run();
        }
      }
    }
    double processorMicros = (THREADS.getCurrentThreadCpuTime() - processor) / 1e3 / PROGRAMS;
    double micros = (System.nanoTime() - clock) / 1e3 / PROGRAMS;
    return String.format("%7.1f (%.1f)", processorMicros, micros);
  }

  private void many(Snapshot snapshot, int count) throws LinkException, IOException {
    long heap = heap();
    long resident = resident();
    List<Program> all = new ArrayList<>();
    long clock = System.nanoTime();
    for (int i = 0; i < count; i++) {
      all.add(dylink.link(snapshot));
    }
    double micros = (System.nanoTime() - clock) / 1e3 / count;
    out.printf(
        "  %d at once: %.1f us each, heap %d KiB each, resident %d KiB each; the snapshot has %d"
            + " KiB%n",
        count,
        micros,
        (heap() - heap) / 1024 / count,
        (resident() - resident) / 1024 / count,
        snapshot.bytes() / 1024);
    all.forEach(Program::close);
  }

  private static long heap() {
    System.gc();
    Runtime jvm = Runtime.getRuntime();
    return jvm.totalMemory() - jvm.freeMemory();
  }

  /** What the process has of the machine's memory; 0 where nobody tells. */
  private static long resident() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
        .findFirst()
        .orElse(0);
  }
}
