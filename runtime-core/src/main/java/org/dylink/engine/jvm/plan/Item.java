package org.dylink.engine.jvm.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * A run of plain instructions, or an inner block with what opens and ends it, or a part that was
 * taken out. It lies in one block. Nothing here calls itself: blocks may be nested as deeply as a
 * module likes.
 */
final class Item {
  private final Sequence within;
  private final int start;
  private final int operandsBefore;
  private final List<Sequence> sequences = new ArrayList<>();
  private final BitSet used = new BitSet();
  private final BitSet written = new BitSet();
  private final BitSet targets = new BitSet();
  private int outermostPin = Integer.MAX_VALUE;
  private List<Item> contents; // of a part
  private int end;
  private int operandsAfter;
  private int ownWeight;
  private int weight;

  /**
   * @param within what it lies in
   * @param operands how many operands that the same block has pushed are on the stack at the start
   */
  Item(Sequence within, int start, int operands) {
    this.within = within;
    this.start = start;
    this.operandsBefore = operands;
  }

  static Item part(List<Item> contents, int weight) {
    Item first = contents.get(0);
    Item last = contents.get(contents.size() - 1);
    Item part = new Item(first.within, first.start, first.operandsBefore);
    part.contents = List.copyOf(contents);
    part.ownWeight = weight;
    contents.forEach(item -> part.targets.or(item.targets));
    contents.forEach(item -> part.pin(item.outermostPin));
    part.endAt(last.end, last.operandsAfter);
    return part;
  }

  /** What it lies in. */
  Sequence within() {
    return within;
  }

  boolean isGlued() {
    return operandsBefore > 0;
  }

  int operandsBefore() {
    return operandsBefore;
  }

  int operandsAfter() {
    return operandsAfter;
  }

  boolean isPart() {
    return contents != null;
  }

  List<Sequence> sequences() {
    return sequences;
  }

  void addSequence(Sequence sequence) {
    sequences.add(sequence);
  }

  void add(int instruction) {
    ownWeight += instruction;
  }

  int ownWeight() {
    return ownWeight;
  }

  void endAt(int position, int operands) {
    end = position;
    operandsAfter = operands;
    sequences.forEach(sequence -> sequence.addTargets(targets));
    sequences.forEach(sequence -> pin(sequence.outermostPin()));
    weigh();
  }

  void use(int local) {
    used.set(local);
  }

  void write(int local) {
    used.set(local);
    written.set(local);
  }

  /** Notes a branch to the block with so many blocks around it. */
  void branch(int depth) {
    targets.set(depth);
  }

  /** Adds the blocks that it branches to, of those with at most so many blocks around them. */
  void addTargets(BitSet to, int depth) {
    to.or(upTo(depth, targets));
  }

  /** Notes that it must be in one method with the block that has so many blocks around it. */
  void pin(int depth) {
    outermostPin = Math.min(outermostPin, depth);
  }

  /** How many blocks are around the outermost that it is pinned to; past its own depth if none. */
  int outermostPin() {
    return outermostPin;
  }

  private static BitSet upTo(int depth, BitSet blocks) {
    return blocks.length() <= depth + 1 ? blocks : blocks.get(0, depth + 1);
  }

  /** Whether it is pinned to a block with at most so many blocks around it. */
  boolean isPinned(int depth) {
    return outermostPin <= depth;
  }

  int weight() {
    return weight;
  }

  /** Adds up the weights of its sequences, which must be weighed. */
  int weigh() {
    weight = ownWeight;
    for (Sequence sequence : sequences) {
      weight += sequence.weight();
    }
    return weight;
  }

  Part toPart() {
    BitSet allUsed = new BitSet();
    BitSet allWritten = new BitSet();
    List<Part> inner = new ArrayList<>();
    walk(
        contents,
        item -> {
          // What is in a part of its own is not in the method that this is.
          if (item.isPart()) {
            inner.add(item.toPart());
          } else {
            allUsed.or(item.used);
            allWritten.or(item.written);
          }
        });
    return new Part(start, end, allUsed, allWritten, inner);
  }

  /**
   * Visits items and what is in their sequences, in the order of the code; parts are not entered.
   */
  static void walk(List<Item> items, Consumer<Item> visitor) {
    Deque<Item> coming = new ArrayDeque<>();
    pushAll(items, coming);
    while (!coming.isEmpty()) {
      Item item = coming.pop();
      visitor.accept(item);
      for (int i = item.sequences.size() - 1; i >= 0; i--) {
        pushAll(item.sequences.get(i).items(), coming);
      }
    }
  }

  private static void pushAll(List<Item> items, Deque<Item> to) {
    for (int i = items.size() - 1; i >= 0; i--) {
      to.push(items.get(i));
    }
  }
}
