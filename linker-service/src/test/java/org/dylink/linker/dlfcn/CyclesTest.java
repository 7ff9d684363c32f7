package org.dylink.linker.dlfcn;

import static java.util.stream.Collectors.toSet;
import static org.dylink.linker.testing.DlProgram.GLOBAL;
import static org.dylink.linker.testing.DlProgram.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.Set;
import org.dylink.engine.Engine;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkMap;
import org.dylink.linker.testing.DlProgram;
import org.dylink.linker.testing.EachEngine;
import org.junit.jupiter.api.Test;

/**
 * Threads, descriptors, metaspace and heap are back where they were after many cycles of dlopen.
 * The property {@code dylink.cycles} says how many.
 */
@EachEngine
class CyclesTest {
  private static final int CYCLES = Integer.getInteger("dylink.cycles", 500);
  private static final int WARM_UP = 200;

  // What the JVM itself compiles, loads and caches meanwhile; a leak of a cycle would be more.
  private static final long BYTES_OF_A_CYCLE = 200;
  private static final long BYTES_OF_THE_JVM = 3 << 20;

  private final DlProgram program;

  CyclesTest(Engine engine) {
    program = DlProgram.prepare(engine);
  }

  @Test
  void nothingIsLeftOfThem() throws LinkException {
    program.link().keepCompiled("libbranch.so", "libleaf.so", "libglobal.so");
    try (DlProgram running = program.run("dlmain.wasm")) {
      cycle(running, WARM_UP);
      LinkMap map = running.map();
      Set<String> threads = threads();
      long descriptors = descriptors();
      long metaspace = metaspace();
      long heap = heap();

      cycle(running, CYCLES);

      assertEquals(map, running.map());
      assertEquals(threads, threads());
      assertEquals(descriptors, descriptors());
      assertFew(metaspace() - metaspace, "metaspace");
      assertFew(heap() - heap, "heap");
    }
  }

  private static void assertFew(long bytes, String what) {
    long few = BYTES_OF_THE_JVM + CYCLES * BYTES_OF_A_CYCLE;
    assertTrue(bytes < few, () -> what + ": " + bytes + " bytes more than before");
  }

  private static void cycle(DlProgram program, int times) {
    for (int i = 0; i < times; i++) {
      int branch = program.opened("libbranch.so", NOW);
      int global = program.opened("libglobal.so", NOW | GLOBAL);
      assertEquals(25, program.call(branch, "branch_fn", 10));
      program.close(branch);
      program.close(global);
      program.log();
      program.link().trace().clear(); // the test's own, a line a step
    }
  }

  private static Set<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("dylink"))
        .collect(toSet());
  }

  /** How many files this process has open; 0 where the system does not tell. */
  private static long descriptors() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getOpenFileDescriptorCount()
        : 0;
  }

  private static long metaspace() {
    collect();
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getName().equals("Metaspace"))
        .map(MemoryPoolMXBean::getUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }

  private static long heap() {
    collect();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static void collect() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
  }
}
