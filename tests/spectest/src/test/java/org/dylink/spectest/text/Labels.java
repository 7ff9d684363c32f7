package org.dylink.spectest.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The blocks around an instruction. */
final class Labels {
  private final Deque<String> names = new ArrayDeque<>(); // innermost first; "" without a name

  void open(String name) {
    names.push(name);
  }

  void close() {
    names.pop();
  }

  /** How many blocks are open. */
  int depth() {
    return names.size();
  }

  /** How many blocks lie between an instruction and the one that it refers to. */
  int depth(Expression reference) {
    if (!reference.isName()) {
      return (int) Literal.unsigned(reference);
    }
    int depth = List.copyOf(names).indexOf(reference.text());
    if (depth < 0) {
      throw reference.unknown();
    }
    return depth;
  }
}
