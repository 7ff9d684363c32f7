package org.dylink.engine;

/**
 * Bounds on the memories and tables that a module defines itself.
 *
 * @param memoryPages pages that a memory may grow to, 0 to 65,536
 * @param tableElements elements that a table may grow to
 */
public record InstanceLimits(long memoryPages, long tableElements) {
  /** No bounds but those of WebAssembly. */
  public static final InstanceLimits NONE = new InstanceLimits(65_536, 0xffff_ffffL);
}
