package org.dylink.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dylink.engine.TrapException;
import org.dylink.linker.LinkException;
import org.dylink.linker.Program;

/**
 * How long a program in a loop without calls goes on after it was told to stop.
 *
 * <p>{@code StopLatency ENGINE FOLDER:FOLDER...} prints the median and the worst of ten, in
 * nanoseconds.
 */
public final class StopLatency {
  private static final int TIMES = 10;
  private static final List<String> LOOPS = List.of("empty_loop", "load_loop", "nested_loop");

  private StopLatency() {}

  /** Prints a line a loop. */
  public static void main(String[] arguments) throws LinkException, InterruptedException {
    Link link = new Link(arguments[0], RunProgram.folders(arguments[1]));
    for (String loop : LOOPS) {
      long[] latencies = new long[TIMES];
      for (int i = 0; i < TIMES; i++) {
        try (Program program = link.link("libloops.so")) {
          latencies[i] = stop(program, loop);
        }
      }
      Arrays.sort(latencies);
      System.out.println(loop + " " + latencies[TIMES / 2]);
      System.out.println(loop + "-worst " + latencies[TIMES - 1]);
    }
    System.exit(0);
  }

  private static long stop(Program program, String loop) throws InterruptedException {
    CompletableFuture<Long> ended = new CompletableFuture<>();
    Thread guest = new Thread(() -> ended.complete(run(program, loop)), loop);
    guest.setDaemon(true);
    guest.start();
    // Long enough for the loop to be compiled, in which state it is the hardest to stop.
    Thread.sleep(700);
    long asked = System.nanoTime();
    program.stop("the benchmark's");
    return ended.join() - asked;
  }

  private static long run(Program program, String loop) {
    try {
      program.call(loop, loop.equals("nested_loop") ? new Object[] {1} : new Object[0]);
      throw new IllegalStateException(loop + " ended by itself");
    } catch (TrapException e) {
      return System.nanoTime();
    }
  }
}
