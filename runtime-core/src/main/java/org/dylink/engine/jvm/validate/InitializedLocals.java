package org.dylink.engine.jvm.validate;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import org.dylink.format.ValueType;

/**
 * Which locals have a value: those whose type has none to begin with must be set before they are
 * read. What is set in a block counts up to its end (WebAssembly Core, Validation, Instruction
 * Sequences).
 */
final class InitializedLocals {
  private final BitSet unset = new BitSet();
  private final Deque<Integer> set = new ArrayDeque<>(); // those that were unset, the last first
  private final Deque<Integer> outside = new ArrayDeque<>(); // how many were set before each block

  /**
   * @param params how many of the locals are parameters
   */
  InitializedLocals(ValueType[] locals, int params) {
    for (int i = params; i < locals.length; i++) {
      unset.set(i, !locals[i].isDefaultable());
    }
  }

  void enter() {
    outside.push(set.size());
  }

  void leave() {
    int before = outside.isEmpty() ? 0 : outside.pop();
    while (set.size() > before) {
      unset.set(set.pop());
    }
  }

  void note(int local) {
    if (unset.get(local)) {
      unset.clear(local);
      set.push(local);
    }
  }

  void require(Typing at, int local) {
    if (unset.get(local)) {
      throw at.error("uninitialized local " + local);
    }
  }
}
