package org.dylink.machine.ir;

import java.util.ArrayList;
import java.util.List;
import org.dylink.machine.ir.FunctionText.Value;

/** The operands that lie on the stack where the function is being written. */
final class Values {
  private final List<Value> all = new ArrayList<>();

  void push(Value value) {
    all.add(value);
  }

  Value pop() {
    return all.remove(all.size() - 1);
  }

  /** Takes so many from the top, and gives them lowest first. */
  List<Value> pop(int count) {
    List<Value> top = all.subList(all.size() - count, all.size());
    List<Value> taken = List.copyOf(top);
    top.clear();
    return taken;
  }

  /** So many at the top, lowest first; they stay. */
  List<Value> top(int count) {
    return List.copyOf(all.subList(all.size() - count, all.size()));
  }

  int size() {
    return all.size();
  }

  /** Takes what lies above a height. */
  void cutTo(int height) {
    all.subList(height, all.size()).clear();
  }
}
