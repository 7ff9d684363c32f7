package org.dylink.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import org.dylink.format.MemoryType;

/**
 * What a memory held at one moment, for others to begin with: see {@link
 * Engine#newMemory(MemoryType, MemoryImage)}. Immutable; threads may share it.
 */
public final class MemoryImage {
  /** Of a memory that is zero all over, whatever its size. */
  public static final MemoryImage ZERO = new MemoryImage(0, List.of());

  private static final int BLOCK = 4 << 10;
  private static final byte[] ZEROES = new byte[BLOCK];

  /** Bytes that follow each other; not changed any more. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Part(long address, byte[] bytes) {}

  /** Is told what is not zero. */
  @FunctionalInterface
  public interface Visitor {
    /**
     * Bytes that follow each other.
     *
     * @param bytes are not to be changed
     */
    void part(long address, byte[] bytes);
  }

  private final long pages;
  private final List<Part> parts; // lowest first
  private final Map<Class<?>, Object> forms = new HashMap<>(); // guarded by this

  private MemoryImage(long pages, List<Part> parts) {
    this.pages = pages;
    this.parts = List.copyOf(parts);
  }

  /** Takes down what a memory holds, while nobody writes into it. */
  public static MemoryImage of(Memory memory) {
    List<Part> parts = new ArrayList<>();
    byte[] page = new byte[MemoryType.PAGE_SIZE];
    for (long number = 0; number < memory.pages(); number++) {
      long address = number * MemoryType.PAGE_SIZE;
      memory.read(address, page, 0, page.length);
      add(parts, address, page);
    }
    return new MemoryImage(memory.pages(), parts);
  }

  /**
   * One of parts that were taken down before.
   *
   * @param pages the size of the memory
   * @param parts what is not zero, by its address
   * @throws IllegalArgumentException if they overlap, or do not lie in the memory
   */
  public static MemoryImage of(long pages, SortedMap<Long, byte[]> parts) {
    List<Part> all = new ArrayList<>();
    long end = 0;
    for (Map.Entry<Long, byte[]> each : parts.entrySet()) {
      long address = each.getKey();
      if (address < end) {
        throw new IllegalArgumentException("part at " + address + " begins before " + end);
      }
      end = address + each.getValue().length;
      all.add(new Part(address, each.getValue().clone()));
    }
    if (pages < 0
        || pages > Long.MAX_VALUE / MemoryType.PAGE_SIZE
        || end < 0
        || end > pages * MemoryType.PAGE_SIZE) {
      throw new IllegalArgumentException("parts end at " + end + ", memory of " + pages + " pages");
    }
    return new MemoryImage(pages, all);
  }

  private static void add(List<Part> parts, long address, byte[] page) {
    int start = 0;
    while (start < page.length) {
      int end = start;
      while (end < page.length && !isZero(page, end)) {
        end += BLOCK;
      }
      if (end > start) {
        parts.add(new Part(address + start, Arrays.copyOfRange(page, start, end)));
      }
      start = end + BLOCK;
    }
  }

  private static boolean isZero(byte[] page, int start) {
    return Arrays.equals(page, start, start + BLOCK, ZEROES, 0, BLOCK);
  }

  /** The size of the memory, in pages of 64 KiB. */
  public long pages() {
    return pages;
  }

  /** How many bytes it holds itself: those that are not zero, in blocks of 4 KiB. */
  public long bytes() {
    return parts.stream().mapToLong(part -> part.bytes().length).sum();
  }

  /** Goes through what is not zero, lowest addresses first. */
  public void forEach(Visitor visitor) {
    parts.forEach(part -> visitor.part(part.address(), part.bytes()));
  }

  /**
   * The same in another form, which an engine makes once for all memories that begin with it.
   *
   * @param maker is called unless there is one; the form stays as long as this does
   */
  public synchronized <T> T form(Class<T> kind, Function<MemoryImage, T> maker) {
    return kind.cast(forms.computeIfAbsent(kind, key -> maker.apply(this)));
  }

  /**
   * Writes what is not zero into a memory that holds zeroes.
   *
   * @throws TrapException if the memory is smaller; it may have changed by then
   */
  public void writeTo(Memory memory) {
    forEach((address, bytes) -> memory.write(address, bytes, 0, bytes.length));
  }
}
