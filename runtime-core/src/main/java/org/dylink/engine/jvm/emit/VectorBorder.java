package org.dylink.engine.jvm.emit;

import java.util.List;
import org.dylink.engine.jvm.code.Opcode;
import org.dylink.engine.jvm.run.vector.Quarters;
import org.dylink.format.ValueType;
import org.dylink.format.Vector;
import org.objectweb.asm.Opcodes;

/**
 * Where vectors come into the form that a function keeps them in ({@link VectorForm}), or leave it.
 */
final class VectorBorder {
  private static final RunMethod PAIR = RunMethod.of(Quarters.class, "pair", int.class, int.class);
  private static final RunMethod OF = RunMethod.of(Quarters.class, "of", Vector.class, int.class);
  private static final int QUARTERS = 4;

  private VectorBorder() {}

  private static boolean isOfLongs(MethodUnit unit) {
    return unit.vectorForm() == VectorForm.LONGS;
  }

  private static int scratch(MethodUnit unit) {
    return unit.slots().scratch(JvmTypes.size(ValueType.V128));
  }

  /**
   * Pushes a constant.
   *
   * @param computed whether the class has no room for it
   */
  static void push(MethodUnit unit, Vector value, boolean computed) {
    for (long half : new long[] {value.low(), value.high()}) {
      if (isOfLongs(unit)) {
        unit.pushLong(half, computed);
      } else {
        Constants.push(unit.code(), Opcode.I32_CONST, half, computed);
        Constants.push(unit.code(), Opcode.I32_CONST, half >>> Integer.SIZE, computed);
      }
    }
  }

  /** Makes a vector of the function's form of two longs at the top of the stack. */
  static void fromLongs(MethodUnit unit) {
    if (isOfLongs(unit)) {
      return;
    }
    int slot = scratch(unit);
    JvmTypes.store(unit.code(), VectorForm.LONGS, ValueType.V128, slot);
    for (int i = 0; i < QUARTERS; i++) {
      unit.load(ValueType.I64, slot + i / 2 * 2);
      if (i % 2 == 1) {
        unit.pushInt(Integer.SIZE);
        unit.op(Opcodes.LUSHR);
      }
      unit.op(Opcodes.L2I);
    }
  }

  /** Makes two longs of the vector at the top of the stack. */
  static void toLongs(MethodUnit unit) {
    if (!isOfLongs(unit)) {
      int slot = scratch(unit);
      unit.store(ValueType.V128, slot);
      loadLongs(unit, slot);
    }
  }

  /** Puts a vector on the stack as two longs, whatever it is in its slots. */
  static void loadLongs(MethodUnit unit, int slot) {
    if (isOfLongs(unit)) {
      unit.load(ValueType.V128, slot);
      return;
    }
    for (int i = 0; i < QUARTERS; i += 2) {
      unit.load(ValueType.I32, slot + i);
      unit.load(ValueType.I32, slot + i + 1);
      unit.call(PAIR);
    }
  }

  /** Makes two longs of each vector among the values at the top of the stack. */
  static void toLongs(MethodUnit unit, List<ValueType> types) {
    if (isOfLongs(unit) || !types.contains(ValueType.V128)) {
      return;
    }
    int[] places = unit.spill(types.toArray(new ValueType[0]));
    for (int i = 0; i < places.length; i++) {
      if (types.get(i) == ValueType.V128) {
        loadLongs(unit, places[i]);
      } else {
        unit.load(types.get(i), places[i]);
      }
    }
  }

  /** Puts a vector's parts on the stack in the place of its object. */
  static void unpack(MethodUnit unit) {
    if (isOfLongs(unit)) {
      Boxing.unpackVector(unit.code());
      return;
    }
    for (int i = 0; i < QUARTERS; i++) {
      boolean isLast = i == QUARTERS - 1;
      if (!isLast) {
        unit.op(Opcodes.DUP);
      }
      unit.pushInt(i);
      unit.call(OF);
      if (!isLast) {
        unit.op(Opcodes.SWAP);
      }
    }
  }
}
