package org.dylink.engine;

/**
 * Bounds on the memories and tables that a module defines itself.
 *
 * @param memoryPages pages that a memory may grow to, 0 to 65,536
 * @param tableElements elements that a table may grow to
 * @param isMemoryAskedFor whether somebody has named that many pages: a memory that names no
 *     maximum may then grow to all of them. For who did not ask, 2 GiB are enough, which engines
 *     may serve in another way
 */
public record InstanceLimits(long memoryPages, long tableElements, boolean isMemoryAskedFor) {
  /** No bounds but those of WebAssembly. */
  public static final InstanceLimits NONE = new InstanceLimits(65_536, 0xffff_ffffL);

  /** Bounds that nobody asked for. */
  public InstanceLimits(long memoryPages, long tableElements) {
    this(memoryPages, tableElements, false);
  }
}
