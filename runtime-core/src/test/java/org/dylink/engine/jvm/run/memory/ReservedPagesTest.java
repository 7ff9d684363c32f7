package org.dylink.engine.jvm.run.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dylink.engine.EngineLimitException;
import org.dylink.format.Limits;
import org.dylink.format.MemoryType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Shared memories are reserved whole, take what is touched, and leave nothing. */
@Timeout(120)
class ReservedPagesTest {
  private static final Path MAPS = Path.of("/proc/self/maps");
  private static final long PAGE = MemoryType.PAGE_SIZE;

  private static LinearMemory memory(long minimum, long maximum) {
    MemoryType type = new MemoryType(new Limits(minimum, maximum), true);
    return NewMemory.of(type, Long.MAX_VALUE);
  }

  @Test
  void aMemoryTakesNothingUntilItIsTouched() {
    // 16 GiB: were it taken, most machines and no JVM of the build would have it.
    List<LinearMemory> all = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      LinearMemory memory = memory(1, 32_768);
      assertEquals(LinearMemory.MAXIMUM_PAGES, memory.maximumPages());
      assertEquals(1, memory.grow(LinearMemory.MAXIMUM_PAGES - 1));
      long last = memory.pages() * PAGE - 8;
      assertEquals(0, memory.readLong(last));
      memory.writeLong(last, i);
      all.add(memory);
    }
    for (int i = 0; i < all.size(); i++) {
      assertEquals(i, all.get(i).readLong(all.get(i).pages() * PAGE - 8));
      assertEquals(0, all.get(i).readLong(0));
    }
  }

  @Test
  void nothingIsLeftOfAMemoryThatNobodyHas() throws IOException {
    assumeTrue(Files.exists(MAPS), "no list of mappings");
    long before = mappings(); // of other tests
    long usedBefore = ReservedPages.used();
    List<LinearMemory> all = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      all.add(memory(10, 1000));
      all.get(i).fill(0, (byte) 1, 10 * PAGE);
    }
    assertTrue(ReservedPages.used() >= 50 * PAGE);
    all.clear();
    while (mappings() > before || ReservedPages.used() > usedBefore) {
      System.gc();
    }
    assertTrue(ReservedPages.used() <= usedBefore);
  }

  private static long mappings() throws IOException {
    try (Stream<String> lines = Files.lines(MAPS)) {
      return lines.filter(line -> line.endsWith(".memory (deleted)")).count();
    }
  }

  @Test
  void anInterruptDoesNotKeepAMemoryFromBeingMade() {
    Thread.currentThread().interrupt();
    LinearMemory memory = memory(1, 1);

    assertTrue(Thread.interrupted());
    assertEquals(0, memory.readInt(0));
  }

  @Test
  @EnabledForJreRange(max = JRE.JAVA_21, disabledReason = "since Java 22 memories may pass 2 GiB")
  void whatABufferDoesNotHoldIsRefused() {
    EngineLimitException refused =
        assertThrows(EngineLimitException.class, () -> memory(40_000, 65_536));

    assertEquals(
        "memory of 40000 pages: this engine has at most 32767 before Java 22",
        refused.getMessage());
  }
}
