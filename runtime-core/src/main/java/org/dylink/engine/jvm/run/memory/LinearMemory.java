package org.dylink.engine.jvm.run.memory;

import org.dylink.engine.EngineLimitException;
import org.dylink.engine.Memory;
import org.dylink.format.MemoryType;

/** A memory of this engine, of whichever kind. */
public abstract class LinearMemory implements Memory {
  /** What fits an array or a buffer: 2 GiB less one page. */
  public static final int MAXIMUM_PAGES = 32_767;

  private static final long COPIED_AT_ONCE = 1 << 16;

  private final MemoryType type;

  /**
   * @throws EngineLimitException if its minimum is more than {@link #MAXIMUM_PAGES}
   */
  LinearMemory(MemoryType type) {
    long minimum = type.limits().minimum();
    if (minimum > MAXIMUM_PAGES) {
      throw new EngineLimitException(
          "memory of " + minimum + " pages: this engine has at most " + MAXIMUM_PAGES);
    }
    this.type = type;
  }

  /**
   * What a memory may grow to, in pages.
   *
   * @param granted if its type allows that
   */
  static int maximum(MemoryType type, long granted) {
    return (int) Math.min(Math.min(type.limits().maximum(), granted), MAXIMUM_PAGES);
  }

  @Override
  public final MemoryType type() {
    return type;
  }

  @Override
  public final long pages() {
    return limit() / MemoryType.PAGE_SIZE;
  }

  /** Makes the memory known to an instance that uses it. */
  abstract void attach(MemoryView view);

  /** Its size in bytes. */
  abstract int limit();

  /** What atomic instructions do with it. */
  abstract AtomicCells cells();

  /** Copies within the memory, also where the ranges overlap; both are checked. */
  abstract void copyWithin(int from, int to, int size);

  /**
   * Copies from a memory of any kind.
   *
   * @throws org.dylink.engine.TrapException if one of the ranges passes an end; nothing is copied
   */
  final void copyFrom(LinearMemory source, long from, long to, long size) {
    int checkedFrom = MemoryBounds.range(from, size, source.limit());
    int checkedTo = MemoryBounds.range(to, size, limit());
    if (source == this) {
      copyWithin(checkedFrom, checkedTo, (int) size);
      return;
    }
    byte[] part = new byte[(int) Math.min(size, COPIED_AT_ONCE)];
    for (long done = 0; done < size; done += part.length) {
      int more = (int) Math.min(size - done, part.length);
      source.read(from + done, part, 0, more);
      write(to + done, part, 0, more);
    }
  }

  /** Copies of a data segment; both ranges are checked. */
  abstract void copyFrom(DataSegments segments, int segment, int from, int to, int size);
}
