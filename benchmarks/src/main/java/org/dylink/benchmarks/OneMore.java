package org.dylink.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dylink.linker.LinkException;
import org.dylink.linker.Program;

/**
 * What one more program of libraries that are compiled already takes, beside its linear memory.
 *
 * <p>{@code OneMore ENGINE} links hello in batches and keeps it; prints {@code one-more BYTES}, the
 * heap's and the classes' share together, without the linear memory.
 */
public final class OneMore {
  private static final int PROGRAMS = 50;
  private static final int BATCHES = 5;

  private OneMore() {}

  /** Prints the bytes. */
  public static void main(String[] arguments) throws LinkException, InterruptedException {
    Link link = new Link(arguments[0], "/bin/hello.wasm", "/lib/libc.so");
    List<Program> programs = new ArrayList<>();
    // What the first few leave behind, such as what is compiled when it is first called, is shared.
    open(link, programs);
    long[] each = new long[BATCHES];
    for (int i = 0; i < BATCHES; i++) {
      long before = used();
      open(link, programs);
      each[i] = (used() - before) / PROGRAMS;
    }
    Arrays.sort(each);
    long linear = programs.get(0).linkMap().memoryPages() * 65536L;
    System.out.println("linear-memory " + linear);
    System.out.println("one-more " + (each[BATCHES / 2] - linear));
    programs.forEach(Program::close);
  }

  private static void open(Link link, List<Program> programs) throws LinkException {
    for (int i = 0; i < PROGRAMS; i++) {
      Program program = link.link("hello.wasm");
      program.run();
      programs.add(program);
    }
  }

  private static long used() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(100);
    }
    // What the last collection left: what was allocated since is no program's. Not the code cache,
    // which is the compiler's, who is at work all the time.
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> !pool.getName().contains("Code"))
        .map(
            pool -> pool.getType() == MemoryType.HEAP ? pool.getCollectionUsage() : pool.getUsage())
        .mapToLong(MemoryUsage::getUsed)
        .sum();
  }
}
