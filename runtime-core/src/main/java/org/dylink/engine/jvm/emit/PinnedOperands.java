package org.dylink.engine.jvm.emit;

import java.util.ArrayList;
import java.util.List;
import org.dylink.engine.jvm.code.Operands;
import org.dylink.format.ValueType;

/**
 * The operands of a method that have slots, because handlers may need them: where the JVM enters a
 * handler the stack is empty. What lies below a block stays as it is until the block ends, so
 * handlers in each other share the slots.
 */
final class PinnedOperands {
  private record Pin(ValueType type, int slot) {}

  private final MethodUnit unit;
  private final List<Pin> pins = new ArrayList<>(); // the lowest first

  PinnedOperands(MethodUnit unit) {
    this.unit = unit;
  }

  int count() {
    return pins.size();
  }

  /** Pins those below a height that are not yet. */
  void extend(Operands stack, int height) {
    int from = unit.baseHeight() + pins.size();
    if (height <= from) {
      return;
    }
    ValueType[] above = stack.typesFrom(from);
    int[] spilled = unit.spill(above);
    // They take the room of scratch slots: first the values that stay, in place.
    for (int i = 0; i < height - from; i++) {
      pins.add(new Pin(above[i], unit.slots().add(above[i])));
    }
    unit.reload(above, spilled);
  }

  /** Lets go of all but so many; their slots are given back by who counts slots. */
  void release(int count) {
    pins.subList(count, pins.size()).clear();
  }

  /** Puts those below a height on the stack. */
  void reload(int height) {
    for (Pin each : pins.subList(0, Math.max(0, height - unit.baseHeight()))) {
      unit.load(each.type(), each.slot());
    }
  }
}
