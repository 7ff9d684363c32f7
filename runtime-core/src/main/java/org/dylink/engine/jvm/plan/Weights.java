package org.dylink.engine.jvm.plan;

import org.dylink.engine.jvm.code.Body;

/**
 * About how many bytes of JVM code an instruction becomes, counting what HotSpot inlines for it: C2
 * gives up on a method past 8,000 bytes, and stops inlining where it has inlined as many. Whoever
 * emits the code knows.
 */
public interface Weights {
  /** The weight of the instruction at a position. */
  int of(Body body, int at);
}
