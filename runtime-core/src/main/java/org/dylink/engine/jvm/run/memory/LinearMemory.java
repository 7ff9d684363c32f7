package org.dylink.engine.jvm.run.memory;

import org.dylink.engine.EngineLimitException;
import org.dylink.engine.Memory;
import org.dylink.format.MemoryType;

/** A memory of this engine, of whichever kind. */
public abstract class LinearMemory implements Memory {
  /** What fits an array or a buffer: 2 GiB less one page. */
  public static final int MAXIMUM_PAGES = 32_767;

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

  /** Copies of a data segment; both ranges are checked. */
  abstract void copyFrom(DataSegments segments, int segment, int from, int to, int size);
}
