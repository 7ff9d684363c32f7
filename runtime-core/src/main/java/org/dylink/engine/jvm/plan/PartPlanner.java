package org.dylink.engine.jvm.plan;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.dylink.engine.jvm.code.Body;

/**
 * Decides which parts of a large function become methods of their own. Of each block whose contents
 * are too large, runs of instructions and whole inner blocks are taken out, as large as a part may
 * be; what is left is the frame of blocks, branches and calls of parts. If that is still too large,
 * it is treated the same way again.
 *
 * <p>That may take thousands of rounds over blocks that are nested 100,000 deep, so a round looks
 * only at what the one before has changed. A weight that is past the limit may stand too high in
 * between: it is not added up again while something in it is past the limit, too.
 */
final class PartPlanner {
  /** What HotSpot compiles as one method, with all that is inlined, less a reserve. */
  static final int WHOLE_WEIGHT = 7_500;

  /** How large a part may be. */
  static final int PART_WEIGHT = 6_000;

  /** A part with more ways to leave it is a switch: better that stays where its targets are. */
  private static final int MOST_EXITS = 6;

  /**
   * How a sequence was packed last.
   *
   * @param fitting see {@link Sequence#fitting}; while that is the same, so is what comes of it
   * @param apart what is in items that are no parts, and is packed in turn
   */
  private record Packed(long fitting, List<Sequence> apart) {}

  private static final Packed NOT_YET = new Packed(-1, List.of());

  private final int limit;
  private final int mostExits;

  private final NavigableSet<Sequence> coming = inOrder();

  // Of all that is neither in a part nor in an item that could be in one.
  private final IdentityHashMap<Sequence, Packed> packed = new IdentityHashMap<>();

  private PartPlanner(int limit, int mostExits) {
    this.limit = limit;
    this.mostExits = mostExits;
  }

  private static NavigableSet<Sequence> inOrder() {
    return new TreeSet<>(Comparator.comparingInt(Sequence::number));
  }

  /** The parts of a function, in the order of its code; none if it is small. */
  static List<Part> plan(Body body, BodyFacts facts, Weights weights, int limit) {
    if (facts.weight() <= WHOLE_WEIGHT && limit == PART_WEIGHT) {
      return List.of();
    }
    Sequence all = Outline.of(body, weights, limit / 4);
    int left = new PartPlanner(limit, MOST_EXITS).shrink(all, all.weight());
    new PartPlanner(limit, Integer.MAX_VALUE).shrink(all, left);
    return all.parts();
  }

  /**
   * Takes parts out of a body until it is small, or gets no smaller.
   *
   * @param weight what it weighs now
   * @return what it weighs then
   */
  private int shrink(Sequence body, int weight) {
    int before = Integer.MAX_VALUE;
    int now = weight;
    reach(body);
    while (now > WHOLE_WEIGHT && now < before) {
      before = now;
      now -= packChanged();
    }
    return now;
  }

  private void reach(Sequence sequence) {
    if (packed.putIfAbsent(sequence, NOT_YET) == null) {
      coming.add(sequence);
    }
  }

  /** Packs what has changed, the outer before the inner; returns by how much that is lighter. */
  private int packChanged() {
    NavigableSet<Sequence> changed = inOrder();
    int lighter = 0;
    while (!coming.isEmpty()) {
      Sequence next = coming.pollFirst();
      Packed before = packed.get(next);
      long fitting = next.fitting(limit);
      if (before != null && before.fitting() != fitting) {
        lighter += pack(next, before, fitting);
        changed.add(next);
      }
    }
    weigh(changed);
    return lighter;
  }

  private int pack(Sequence sequence, Packed before, long fitting) {
    sequence.weigh();
    int weight = sequence.weight();
    List<Sequence> apart = Packing.pack(sequence, limit, mostExits);
    packed.put(sequence, new Packed(fitting, apart));
    Set<Sequence> gone = new HashSet<>(before.apart());
    apart.forEach(gone::remove);
    forget(gone);
    apart.forEach(this::reach);
    sequence.weigh();
    return weight - sequence.weight();
  }

  /** Leaves alone what is in parts now, with all that is in it. */
  private void forget(Set<Sequence> gone) {
    Deque<Sequence> left = new ArrayDeque<>(gone);
    while (!left.isEmpty()) {
      left.addAll(packed.remove(left.pop()).apart());
    }
  }

  /** Adds up the weights of what has changed, the inner before the outer, for the next round. */
  private void weigh(NavigableSet<Sequence> changed) {
    while (!changed.isEmpty()) {
      Sequence next = changed.pollLast();
      next.weigh();
      coming.add(next);
      Item block = next.block();
      if (block != null && block.weigh() <= limit) {
        changed.add(block.within());
      }
    }
  }
}
