package org.dylink.engine;

import java.util.List;

/**
 * An exception that a guest has thrown, as the cause of the trap that Java gets to see. If Java
 * lets that trap pass into a guest again, the guest sees the exception.
 */
public interface GuestThrow {
  /** Whether handlers for a tag catch it. */
  boolean isOf(Tag tag);

  /** What it carries: Integer, Long, Float, Double or a reference, as its tag says. */
  List<Object> values();
}
