package org.dylink.engine.jvm.run.memory;

import org.dylink.engine.Memory;

/** A memory of this engine, of whichever kind. */
public abstract class LinearMemory implements Memory {
  /** What fits an array or a buffer: 2 GiB less one page. */
  public static final int MAXIMUM_PAGES = 32_767;

  LinearMemory() {}

  /** Makes the memory known to an instance that uses it. */
  abstract void attach(MemoryView view);

  /** Its size in bytes. */
  abstract int limit();

  /** What atomic instructions do with it. */
  abstract AtomicCells cells();

  /** Copies of a data segment; both ranges are checked. */
  abstract void copyFrom(DataSegments segments, int segment, int from, int to, int size);
}
