package org.dylink.machine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dylink.engine.MemoryImage;
import org.dylink.engine.TrapException;
import org.dylink.format.Limits;
import org.dylink.format.MemoryType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Memories that begin with an image map its file, as Linux tells. */
@EnabledOnOs(OS.LINUX)
class CopiedMemoryTest {
  private static final int PAGE = MemoryType.PAGE_SIZE;

  private static MemoryImage image(int pages, int address, byte... bytes) {
    TreeMap<Long, byte[]> parts = new TreeMap<>();
    parts.put((long) address, bytes);
    return MemoryImage.of(pages, parts);
  }

  private static NativeMemory memory(int pages, MemoryImage image) {
    return new NativeMemory(new MemoryType(new Limits(pages, 10), false), 10, image);
  }

  /** Whether the pages in which a memory begins are a file's. */
  private static boolean isMapped(NativeMemory memory) throws IOException {
    String start = Long.toHexString(memory.base() - Pages.SIZE) + "-";
    try (Stream<String> maps = Files.lines(Path.of("/proc/self/maps"))) {
      return maps.anyMatch(each -> each.startsWith(start) && each.contains("/memfd:dylink"));
    } finally {
      Reference.reachabilityFence(memory);
    }
  }

  @Test
  void eachMapsTheFileAndWritesItsOwnPages() throws Exception {
    MemoryImage image = image(2, PAGE + 5, (byte) 7);
    NativeMemory first = memory(3, image);
    NativeMemory second = memory(2, image);
    assertEquals(true, isMapped(first));
    assertEquals(true, isMapped(second));
    first.writeByte(PAGE + 5, (byte) 8);
    first.writeByte(3 * PAGE - 1, (byte) 9);
    assertEquals(7, second.readByte(PAGE + 5));
    assertEquals(2, second.grow(1));
    assertEquals(0, second.readByte(3 * PAGE - 1));
    assertEquals(7, memory(2, image).readByte(PAGE + 5));
  }

  @Test
  void oneWithoutAnImageMapsNone() throws Exception {
    assertEquals(false, isMapped(memory(2, MemoryImage.ZERO)));
    assertEquals(false, isMapped(new NativeMemory(new MemoryType(new Limits(1, 2), false), 2)));
  }

  @Test
  void anImageThatIsLargerThanTheMemoryIsNotMapped() {
    MemoryImage image = image(3, 2 * PAGE, (byte) 7);
    assertThrows(TrapException.class, () -> memory(2, image));
  }
}
