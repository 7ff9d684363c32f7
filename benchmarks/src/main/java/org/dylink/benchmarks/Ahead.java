package org.dylink.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dylink.engine.InvalidModuleException;
import org.dylink.engine.jvm.AheadOfTime;
import org.dylink.format.MalformedModuleException;
import org.dylink.format.WasmModule;

/**
 * Compiling all functions of a library, and what a library that is read takes.
 *
 * <p>{@code Ahead FILE} prints, in milliseconds of processor time of the whole process with the
 * JVM's own compilers, {@code NAME-first} for the first compilation in a cold JVM and {@code
 * NAME-best} for the best of ten; and {@code NAME-kept}, the heap that one read module keeps, as a
 * part of its file's size.
 */
public final class Ahead {
  private static final int TIMES = 10;
  private static final int MODULES = 20;
  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private Ahead() {}

  /** Prints the three figures of a file. */
  public static void main(String[] arguments)
      throws IOException, MalformedModuleException, InvalidModuleException {
    Path file = Path.of(arguments[0]);
    String name = file.getFileName().toString();
    byte[] bytes = Files.readAllBytes(file);
    double first = compile(name, bytes);
    double best = first;
    for (int i = 1; i < TIMES; i++) {
      best = Math.min(best, compile(name, bytes));
    }
    System.out.printf("%s-first %.1f%n", name, first);
    System.out.printf("%s-best %.1f%n", name, best);
    System.out.printf("%s-kept %.3f%n", name, kept(name, bytes) / bytes.length);
  }

  private static double compile(String name, byte[] bytes)
      throws IOException, MalformedModuleException, InvalidModuleException {
    long before = PROCESS.getProcessCpuTime();
    AheadOfTime.compile(WasmModule.read(name, bytes));
    return (PROCESS.getProcessCpuTime() - before) / 1e6;
  }

  private static double kept(String name, byte[] bytes) throws MalformedModuleException {
    List<WasmModule> modules = new ArrayList<>();
    modules.add(WasmModule.read(name, bytes));
    long before = used();
    for (int i = 0; i < MODULES; i++) {
      modules.add(WasmModule.read(name, bytes));
    }
    double each = (used() - before) / (double) MODULES;
    if (modules.size() != MODULES + 1) {
      throw new IllegalStateException("BUG: the modules were not kept");
    }
    return each;
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
