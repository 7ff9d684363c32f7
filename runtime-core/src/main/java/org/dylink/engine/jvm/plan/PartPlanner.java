package org.dylink.engine.jvm.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import org.dylink.engine.jvm.code.Body;

/**
 * Decides which parts of a large function become methods of their own. Of each block whose contents
 * are too large, runs of instructions and whole inner blocks are taken out, as large as a part may
 * be; what is left is the frame of blocks, branches and calls of parts. If that is still too large,
 * it is treated the same way again.
 */
final class PartPlanner {
  /** What HotSpot compiles as one method, with all that is inlined, less a reserve. */
  static final int WHOLE_WEIGHT = 7_500;

  /** How large a part may be. */
  static final int PART_WEIGHT = 6_000;

  /** What is left of a part where it was: a call, and a switch if there are ways to leave it. */
  private static final int CALL_WEIGHT = 16;

  private static final int SWITCH_WEIGHT = 16;
  private static final int EXIT_WEIGHT = 4;
  private static final int WORTHWHILE = 100;

  /** A part with more ways to leave it is a switch: better that stays where its targets are. */
  private static final int MOST_EXITS = 6;

  /** Operands on their way into a part or out of it cost more than the part is worth. */
  private static final int MOST_OPERANDS = 250;

  /**
   * How a sequence was packed last.
   *
   * @param fitting see {@link Sequence#fitting}; while that is the same, so is what comes of it
   * @param apart what is in items that are no parts, to be packed in turn
   */
  private record Packed(long fitting, List<Sequence> apart) {}

  private final int limit;
  private final int mostExits;
  private final Deque<Sequence> tooLarge = new ArrayDeque<>();
  private final IdentityHashMap<Sequence, Packed> packed = new IdentityHashMap<>();
  private List<Sequence> apart = List.of();

  private PartPlanner(int limit, int mostExits) {
    this.limit = limit;
    this.mostExits = mostExits;
  }

  /** The parts of a function, in the order of its code; none if it is small. */
  static List<Part> plan(Body body, BodyFacts facts, Weights weights, int limit) {
    if (facts.weight() <= WHOLE_WEIGHT && limit == PART_WEIGHT) {
      return List.of();
    }
    List<Sequence> sequences = Outline.of(body, weights, limit / 4);
    new PartPlanner(limit, MOST_EXITS).shrinkRepeatedly(sequences);
    new PartPlanner(limit, Integer.MAX_VALUE).shrinkRepeatedly(sequences);
    return sequences.get(0).parts();
  }

  private void shrinkRepeatedly(List<Sequence> sequences) {
    Sequence body = sequences.get(0);
    int before = Integer.MAX_VALUE;
    while (body.weight() > WHOLE_WEIGHT && body.weight() < before) {
      before = body.weight();
      shrink(body);
      for (int i = sequences.size() - 1; i >= 0; i--) {
        sequences.get(i).weigh();
      }
    }
  }

  /** Takes parts out of a sequence, also of those in inner blocks that are too large. */
  private void shrink(Sequence body) {
    tooLarge.add(body);
    while (!tooLarge.isEmpty()) {
      tooLarge.addAll(shrinkOne(tooLarge.remove()));
    }
  }

  /** Returns those in it that are still too large. */
  private List<Sequence> shrinkOne(Sequence sequence) {
    long fitting = sequence.fitting(limit);
    Packed before = packed.get(sequence);
    if (before != null && before.fitting() == fitting) {
      return before.apart();
    }
    apart = new ArrayList<>();
    sequence.replaceItems(pack(sequence.items(), sequence.depth(), true));
    packed.put(sequence, new Packed(fitting, apart));
    return apart;
  }

  private List<Item> pack(List<Item> items, int depth, boolean keepsGroups) {
    List<Item> kept = new ArrayList<>();
    Run run = new Run(depth);
    for (int i = 0; i < items.size(); ) {
      int next = keepsGroups ? endOfGroup(items, i) : i + 1;
      List<Item> group = items.subList(i, next);
      if (!run.take(group)) {
        kept.addAll(run.takeOut());
        run = new Run(depth);
        if (!run.take(group)) {
          kept.addAll(packApart(group, depth));
        }
      }
      i = next;
    }
    kept.addAll(run.takeOut());
    return kept;
  }

  /** A group that is no part as a whole. */
  private List<Item> packApart(List<Item> group, int depth) {
    if (group.size() > 1) {
      return pack(group, depth, false);
    }
    apart.addAll(group.get(0).sequences());
    return group;
  }

  /** Items that follow each other and fit a part. */
  private final class Run {
    private final int depth;
    private final List<Item> items = new ArrayList<>();
    private final BitSet exits = new BitSet(); // the blocks outside that they branch to
    private int weight;

    /**
     * @param depth how many blocks are around the items
     */
    Run(int depth) {
      this.depth = depth;
    }

    /** Adds items, unless that were too much. */
    boolean take(List<Item> group) {
      int heavier = weight + weight(group);
      if (heavier > limit || isPinned(group)) {
        return false;
      }
      BitSet more = (BitSet) exits.clone();
      group.forEach(item -> item.addTargets(more, depth));
      if (more.cardinality() > mostExits) {
        return false;
      }
      items.addAll(group);
      exits.or(more);
      weight = heavier;
      return true;
    }

    private boolean isPinned(List<Item> group) {
      for (Item item : group) {
        if (item.isPinned(depth)) {
          return true;
        }
      }
      return false;
    }

    /** The items as a part, or as they are if that is not worth it. */
    List<Item> takeOut() {
      boolean isPart = items.size() == 1 && items.get(0).isPart();
      if (isPart || weight < WORTHWHILE || operands() > MOST_OPERANDS) {
        return items;
      }
      int ways = exits.cardinality();
      int left = CALL_WEIGHT + (ways > 1 ? SWITCH_WEIGHT + EXIT_WEIGHT * ways : 0);
      return List.of(Item.part(items, left));
    }

    private int operands() {
      Item last = items.get(items.size() - 1);
      return Math.max(items.get(0).operandsBefore(), last.operandsAfter());
    }
  }

  /** A group is an item and those after it that start with its operands on the stack. */
  private static int endOfGroup(List<Item> items, int from) {
    int end = from + 1;
    while (end < items.size() && items.get(end).isGlued()) {
      end++;
    }
    return end;
  }

  private static int weight(List<Item> items) {
    int weight = 0;
    for (Item item : items) {
      weight += item.weight();
    }
    return weight;
  }
}
