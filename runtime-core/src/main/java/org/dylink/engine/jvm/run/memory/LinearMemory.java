package org.dylink.engine.jvm.run.memory;

import org.dylink.engine.Memory;
import org.dylink.engine.control.Waiters;
import org.dylink.format.MemoryType;

/** A memory of this engine, of whichever kind. */
public abstract class LinearMemory implements Memory {
  /** What fits an array or a buffer: 2 GiB less one page. */
  public static final int MAXIMUM_PAGES = 32_767;

  private static final int FIRST_WITH_SEGMENTS = 22;

  /** Whether Java has memory beside its heap that may be more than 2 GiB. */
  static final boolean HAS_SEGMENTS = Runtime.version().feature() >= FIRST_WITH_SEGMENTS;

  private static final long COPIED_AT_ONCE = 1 << 16;

  private final MemoryType type;

  LinearMemory(MemoryType type) {
    this.type = type;
  }

  @Override
  public final MemoryType type() {
    return type;
  }

  @Override
  public final long pages() {
    return limit() / MemoryType.PAGE_SIZE;
  }

  /** Whether it has addresses of 32 bits, and may pass 2 GiB all the same. */
  public boolean isLarge() {
    return false;
  }

  /** Makes the memory known to an instance that uses it. */
  abstract void attach(MemoryView view);

  /** Its size in bytes. */
  abstract long limit();

  /** What atomic instructions do with it. */
  abstract AtomicCells cells();

  /** Who waits for what is written here; null of a private memory. */
  public Waiters waiters() {
    return null;
  }

  /** Waits while a word of 32 bits has a value: see {@link Waiters#await}. */
  public final int await(long address, int expected, long nanos, Waiters.Check check) {
    return waiters().await(address, () -> cells().get(address) == expected, nanos, check);
  }

  /** The same for a word of 64 bits. */
  public final int await(long address, long expected, long nanos, Waiters.Check check) {
    return waiters().await(address, () -> cells().getLong(address) == expected, nanos, check);
  }

  /** Copies within the memory, also where the ranges overlap; both are checked. */
  abstract void copyWithin(long from, long to, long size);

  /**
   * Copies from a memory of any kind.
   *
   * @throws org.dylink.engine.TrapException if one of the ranges passes an end; nothing is copied
   */
  final void copyFrom(LinearMemory source, long from, long to, long size) {
    MemoryBounds.range(from, size, source.limit());
    MemoryBounds.range(to, size, limit());
    if (source == this) {
      copyWithin(from, to, size);
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
  abstract void copyFrom(DataSegments segments, int segment, int from, long to, int size);
}
