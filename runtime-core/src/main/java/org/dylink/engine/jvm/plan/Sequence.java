package org.dylink.engine.jvm.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The instructions between the start of a block and its end, or its else. */
final class Sequence {
  private final int number;
  private final Item block;
  private final int depth;
  private List<Item> items = new ArrayList<>();
  private int weight;

  /**
   * @param number its place among the sequences of the body, each of which is before those in it
   * @param block what it is a sequence of; null if of the body itself
   * @param depth how many blocks are around it
   */
  Sequence(int number, Item block, int depth) {
    this.number = number;
    this.block = block;
    this.depth = depth;
  }

  int number() {
    return number;
  }

  /** What it is a sequence of; null if of the body itself. */
  Item block() {
    return block;
  }

  int depth() {
    return depth;
  }

  List<Item> items() {
    return items;
  }

  void add(Item item) {
    items.add(item);
  }

  void replaceItems(List<Item> now) {
    items = now;
  }

  /** Adds the blocks around it that its items branch to. */
  void addTargets(BitSet to) {
    items.forEach(item -> item.addTargets(to, depth - 1));
  }

  /** The outermost block that one of its items is pinned to; past its depth if none is. */
  int outermostPin() {
    int outermost = Integer.MAX_VALUE;
    for (Item item : items) {
      outermost = Math.min(outermost, item.outermostPin());
    }
    return outermost;
  }

  int weight() {
    return weight;
  }

  /** Adds up the weights of its items, which must be weighed. */
  void weigh() {
    weight = 0;
    for (Item item : items) {
      weight += item.weight();
    }
  }

  /** How many of its items fit a part, and what these weigh. */
  long fitting(int limit) {
    long fitting = 0;
    for (Item item : items) {
      fitting += item.weight() <= limit ? (1L << 32) + item.weight() : 0;
    }
    return fitting;
  }

  /** The parts in it, also in inner blocks, but not parts of parts. */
  List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    Item.walk(
        items,
        item -> {
          if (item.isPart()) {
            parts.add(item.toPart());
          }
        });
    return parts;
  }
}
