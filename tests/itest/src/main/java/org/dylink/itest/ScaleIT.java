package org.dylink.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.dylink.linker.LinkException;
import org.dylink.linker.Linker;
import org.dylink.linker.Program;
import org.dylink.linker.runtime.LibraryState;
import org.dylink.linker.runtime.LinkerRuntime;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/**
 * Many libraries at once. It prints figures, which {@code benchmarks/scale.sh} collects; the
 * environment's {@code DYLINK_SCALE} says how many libraries, as {@code 10,100,1000}.
 */
@FrameworkTest
class ScaleIT {
  private static final int LINKS = 21;

  @InjectBundleContext BundleContext context;
  @InjectService Linker linker;
  @InjectService LinkerRuntime runtime;

  @Test
  void allLibrariesAreAvailableOnceTheirBundlesAreStarted() throws Exception {
    String counts = System.getenv().getOrDefault("DYLINK_SCALE", "100");
    for (String count : counts.split(",", -1)) {
      measure(Integer.parseInt(count.strip()));
    }
  }

  private void measure(int count) throws Exception {
    List<StormLibrary> libraries = IntStream.range(0, count).mapToObj(StormLibrary::new).toList();
    long heap = usedHeap();
    long begin = System.nanoTime();
    for (StormLibrary library : libraries) {
      library.install(context);
    }
    long installed = System.nanoTime();
    // The last first: all of them wait until the last start.
    for (int i = count - 1; i > 0; i--) {
      libraries.get(i).start();
    }
    assertEquals(0, available());
    long last = System.nanoTime();
    libraries.get(0).start();
    assertEquals(count, available());
    long end = System.nanoTime();
    print(
        "scale: %s: %d libraries: installed in %.0f ms, all but one started in %.0f ms,"
            + " last start to all AVAILABLE %.1f ms, in all %.0f ms, heap %.1f KiB a library",
        context.getProperty(Constants.FRAMEWORK_VENDOR),
        count,
        millis(installed - begin),
        millis(last - installed),
        millis(end - last),
        millis(end - begin),
        (usedHeap() - heap) / 1024.0 / count);
    link(count);
    for (StormLibrary library : libraries) {
      library.uninstall(runtime);
    }
    Refresh.removalPending(context);
  }

  private void link(int count) throws LinkException {
    String main = StormLibrary.name(count - 1);
    List<Double> times = new ArrayList<>();
    int libraries = 0;
    for (int i = 0; i < LINKS; i++) {
      long begin = System.nanoTime();
      try (Program program = Programs.link(linker, main)) {
        times.add(millis(System.nanoTime() - begin));
        libraries = program.linkMap().libraries().size();
      }
    }
    double first = times.remove(0);
    double[] sorted = times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    print(
        "scale: one link of %d libraries out of %d: first %.1f ms, then %.2f ms (median of %d)",
        libraries, count, first, sorted[sorted.length / 2], sorted.length);
  }

  private long available() {
    return runtime.libraries().stream()
        .filter(library -> library.name.startsWith("libstorm"))
        .filter(library -> library.state == LibraryState.AVAILABLE)
        .count();
  }

  private static long usedHeap() {
    Runtime jvm = Runtime.getRuntime();
    long[] used = new long[3];
    for (int i = 0; i < used.length; i++) {
      System.gc();
      used[i] = jvm.totalMemory() - jvm.freeMemory();
    }
    return Arrays.stream(used).min().orElseThrow();
  }

  private static double millis(long nanos) {
    return nanos / 1e6;
  }

  private static void print(String format, Object... arguments) {
    System.out.println(String.format(Locale.ROOT, format, arguments));
  }
}
