package org.dylink.engine.jvm.plan;

import java.util.BitSet;
import java.util.List;
import org.dylink.engine.jvm.code.Body;

/**
 * How a function becomes methods.
 *
 * @param parts what becomes a method of its own, in the order of the code; none if the function is
 *     one method
 * @param shared the locals that parts share, which lie in a frame; nobody may change the set
 * @param copied those of them that what is left of the function has copies of; nobody may change
 *     the set
 */
public record Plan(List<Part> parts, BitSet shared, BitSet copied) {
  /** How large a part may be, for a start. */
  public static final int PART_WEIGHT = PartPlanner.PART_WEIGHT;

  /** Below this it is no use to try smaller parts. */
  public static final int SMALLEST_LIMIT = 200;

  /** One method, whatever its size. */
  public static final Plan WHOLE = new Plan(List.of(), new BitSet(), new BitSet());

  /**
   * Plans a function.
   *
   * @param limit what a part may weigh; below {@link #PART_WEIGHT} where larger ones did not serve
   */
  public static Plan of(Body body, BodyFacts facts, Weights weights, int limit) {
    List<Part> parts = PartPlanner.plan(body, facts, weights, limit);
    if (parts.isEmpty()) {
      return WHOLE;
    }
    SharedLocals locals = SharedLocals.of(body, parts);
    return new Plan(parts, locals.shared(), CopiedLocals.choose(body, facts, locals, parts));
  }
}
