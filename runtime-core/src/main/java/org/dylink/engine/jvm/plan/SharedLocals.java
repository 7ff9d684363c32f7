package org.dylink.engine.jvm.plan;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.dylink.engine.jvm.code.Body;
import org.dylink.engine.jvm.code.Opcode;

/**
 * Finds the locals whose values pass from one part of a function to another. All others are written
 * before they are read in each part that uses them, so that they need no place in the frame.
 *
 * <p>A write counts for what it dominates: the rest of its block. What follows a block may be
 * reached from before the write, but for a loop, whose end is reached past its last instruction
 * only. What a part of a method writes may come between a write and a read of that method.
 */
final class SharedLocals {
  /** A block that is open, and what was written before it. */
  private record Open(Opcode opening, BitSet writtenBefore) {}

  /** A method that is left for a part of it: what it has written, and what its parts may write. */
  private record Method(BitSet written, BitSet changedByParts) {}

  private final BitSet shared = new BitSet();
  private final BitSet readOutside = new BitSet();
  private final Deque<Open> open = new ArrayDeque<>();
  private final Deque<Method> outer = new ArrayDeque<>();
  private final Deque<Part> inside = new ArrayDeque<>();
  private final Deque<Part> coming = new ArrayDeque<>();
  private BitSet written = new BitSet();
  private BitSet changedByParts;

  private SharedLocals(List<Part> parts) {
    parts.forEach(this::enqueue);
    changedByParts = written(parts);
  }

  private static BitSet written(List<Part> parts) {
    BitSet all = new BitSet();
    parts.forEach(part -> all.or(part.changed()));
    return all;
  }

  private void enqueue(Part part) {
    coming.add(part);
    part.inner().forEach(this::enqueue);
  }

  /** Looks through a function. */
  static SharedLocals of(Body body, List<Part> parts) {
    SharedLocals search = new SharedLocals(parts);
    for (int at = 0; at < body.size(); at++) {
      search.pass(at);
      search.add(body.opcode(at), body.index(at));
    }
    return search;
  }

  /** The locals that parts share. */
  BitSet shared() {
    return shared;
  }

  /** Those of them that are read in the function's own method, outside all parts. */
  BitSet readOutside() {
    BitSet both = (BitSet) shared.clone();
    both.and(readOutside);
    return both;
  }

  private void pass(int at) {
    while (!inside.isEmpty() && inside.peek().end() <= at) {
      inside.pop();
      Method left = outer.pop();
      written = left.written();
      changedByParts = left.changedByParts();
    }
    while (!coming.isEmpty() && coming.peek().start() <= at) {
      Part part = coming.remove();
      inside.push(part);
      outer.push(new Method(written, changedByParts));
      written = new BitSet();
      changedByParts = written(part.inner());
    }
  }

  private void add(Opcode opcode, int index) {
    switch (opcode) {
      case LOCAL_GET -> {
        if (!written.get(index) || changedByParts.get(index)) {
          shared.set(index);
        }
        readOutside.set(index, readOutside.get(index) || inside.isEmpty());
      }
      case LOCAL_SET, LOCAL_TEE -> written.set(index);
      case BLOCK, LOOP, IF, TRY, TRY_TABLE -> open.push(new Open(opcode, (BitSet) written.clone()));
      case ELSE, CATCH, CATCH_ALL -> written = (BitSet) open.peek().writtenBefore().clone();
      case END, DELEGATE -> close();
      default -> {}
    }
  }

  private void close() {
    if (!open.isEmpty()) {
      Open closed = open.pop();
      written = closed.opening() == Opcode.LOOP ? written : closed.writtenBefore();
    }
  }
}
