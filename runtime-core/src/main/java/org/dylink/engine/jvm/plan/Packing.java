package org.dylink.engine.jvm.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Takes parts out of one sequence: runs of items, as large as a part may be. */
final class Packing {
  /** What is left of a part where it was: a call, and a switch if there are ways to leave it. */
  private static final int CALL_WEIGHT = 16;

  private static final int SWITCH_WEIGHT = 16;
  private static final int EXIT_WEIGHT = 4;
  private static final int WORTHWHILE = 100;

  /** Operands on their way into a part or out of it cost more than the part is worth. */
  private static final int MOST_OPERANDS = 250;

  private final int limit;
  private final int mostExits;
  private final int depth;
  private final List<Sequence> apart = new ArrayList<>();

  private Packing(int limit, int mostExits, int depth) {
    this.limit = limit;
    this.mostExits = mostExits;
    this.depth = depth;
  }

  /**
   * Puts parts in place of the items that they are made of.
   *
   * @param limit what a part may weigh
   * @param mostExits how many ways may lead out of it
   * @return what is in items that are no parts, to be packed in turn
   */
  static List<Sequence> pack(Sequence sequence, int limit, int mostExits) {
    Packing packing = new Packing(limit, mostExits, sequence.depth());
    sequence.replaceItems(packing.pack(sequence.items(), true));
    return packing.apart;
  }

  private List<Item> pack(List<Item> items, boolean keepsGroups) {
    List<Item> kept = new ArrayList<>();
    Run run = new Run();
    for (int i = 0; i < items.size(); ) {
      int next = keepsGroups ? endOfGroup(items, i) : i + 1;
      List<Item> group = items.subList(i, next);
      if (!run.take(group)) {
        kept.addAll(run.takeOut());
        run = new Run();
        if (!run.take(group)) {
          kept.addAll(packApart(group));
        }
      }
      i = next;
    }
    kept.addAll(run.takeOut());
    return kept;
  }

  /** A group that is no part as a whole. */
  private List<Item> packApart(List<Item> group) {
    if (group.size() > 1) {
      return pack(group, false);
    }
    apart.addAll(group.get(0).sequences());
    return group;
  }

  /** Items that follow each other and fit a part. */
  private final class Run {
    private final List<Item> items = new ArrayList<>();
    private final BitSet exits = new BitSet(); // the blocks outside that they branch to
    private int weight;

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
