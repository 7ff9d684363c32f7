package org.dylink.engine.jvm.emit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dylink.format.ValueType;

/**
 * Vectors that code has taken out of local variables and that are not on the JVM's stack yet: an
 * instruction that is done part by part takes each part from the variable, and saves to push all
 * and store them again. They lie above all that is on the stack.
 */
final class PostponedVectors {
  private final List<Integer> slots = new ArrayList<>(); // the lowest operand first

  /** Adds one, by where its variable is. */
  void add(int slot) {
    slots.add(slot);
  }

  /** Puts all on the stack. */
  void flush(MethodUnit unit) {
    if (!slots.isEmpty()) {
      flush(unit, slots.size());
    }
  }

  private void flush(MethodUnit unit, int count) {
    List<Integer> lowest = slots.subList(0, count);
    lowest.forEach(slot -> unit.load(ValueType.V128, slot));
    lowest.clear();
  }

  /** Where the topmost operands are in variables, after the others were taken off the stack. */
  int[] take(MethodUnit unit, ValueType[] operands) {
    if (slots.size() > operands.length) {
      flush(unit, slots.size() - operands.length);
    }
    int spilled = operands.length - slots.size();
    int[] places = Arrays.copyOf(unit.spill(Arrays.copyOf(operands, spilled)), operands.length);
    for (int i = spilled; i < operands.length; i++) {
      places[i] = slots.get(i - spilled);
    }
    slots.clear();
    return places;
  }
}
