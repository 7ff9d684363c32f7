package org.dylink.engine.jvm.emit;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dylink.engine.jvm.code.Body;
import org.dylink.engine.jvm.code.Opcode;
import org.dylink.format.ValueType;
import org.dylink.format.Vector;
import org.objectweb.asm.Opcodes;

/**
 * How a function keeps its vectors, on the stack and in variables; at its borders all are two
 * longs. Both forms take four slots, the lowest bits first.
 */
enum VectorForm {
  /** Two longs: eight lanes of 8 bits, or four of 16, are handled at once. */
  LONGS,

  /** Four ints: each lane of 32 bits is a number by itself. */
  INTS;

  /** On memory or bits alone; what both forms do as well. */
  private static final Set<Opcode> NEITHER = EnumSet.range(Opcode.V128_LOAD, Opcode.I8X16_SWIZZLE);

  static {
    NEITHER.addAll(EnumSet.range(Opcode.V128_NOT, Opcode.V128_LOAD64_ZERO));
  }

  /**
   * The form in which most of a body's instructions on vectors are one of the JVM for each lane.
   */
  static VectorForm of(Body body) {
    int ints = 0;
    for (int at = 0; at < body.size(); at++) {
      Opcode opcode = body.opcode(at);
      if (VectorLowering.has(opcode) && !NEITHER.contains(opcode)) {
        ints += QuarterLowering.has(opcode) ? 1 : -1;
      }
    }
    return ints > 0 ? INTS : LONGS;
  }

  /** The type of a part. */
  ValueType part() {
    return this == LONGS ? ValueType.I64 : ValueType.I32;
  }

  /** How many parts there are. */
  int parts() {
    return Vector.BYTES / part().size();
  }

  List<ValueType> partTypes() {
    return Collections.nCopies(parts(), part());
  }

  void load(MethodUnit unit, int slot) {
    for (int i = 0; i < parts(); i++) {
      unit.load(part(), slot + i * JvmTypes.size(part()));
    }
  }

  void store(MethodUnit unit, int slot) {
    for (int i = parts() - 1; i >= 0; i--) {
      unit.store(part(), slot + i * JvmTypes.size(part()));
    }
  }

  /** Twice what is at the top. */
  void duplicate(MethodUnit unit) {
    int slot = unit.slots().scratch(JvmTypes.size(ValueType.V128));
    store(unit, slot);
    load(unit, slot);
    load(unit, slot);
  }

  /**
   * Pushes a constant.
   *
   * @param computed whether the class has no room for it
   */
  void push(MethodUnit unit, Vector value, boolean computed) {
    for (long half : new long[] {value.low(), value.high()}) {
      if (this == LONGS) {
        unit.pushLong(half, computed);
      } else {
        Constants.push(unit.code(), Opcode.I32_CONST, half, computed);
        Constants.push(unit.code(), Opcode.I32_CONST, half >>> Integer.SIZE, computed);
      }
    }
  }

  /** Makes a vector of this form of two longs at the top of the stack. */
  void fromLongs(MethodUnit unit) {
    if (this == INTS) {
      int slot = unit.slots().scratch(JvmTypes.size(ValueType.V128));
      LONGS.store(unit, slot);
      for (int i = 0; i < parts(); i++) {
        unit.load(ValueType.I64, slot + i / 2 * 2);
        if (i % 2 == 1) {
          unit.pushInt(Integer.SIZE);
          unit.op(Opcodes.LUSHR);
        }
        unit.op(Opcodes.L2I);
      }
    }
  }

  /** Makes two longs of the vector at the top of the stack. */
  void toLongs(MethodUnit unit) {
    if (this == INTS) {
      int slot = unit.slots().scratch(JvmTypes.size(ValueType.V128));
      store(unit, slot);
      loadLongs(unit, slot);
    }
  }

  /** Puts a vector on the stack as two longs, whatever it is in its slots. */
  void loadLongs(MethodUnit unit, int slot) {
    if (this == LONGS) {
      load(unit, slot);
      return;
    }
    for (int i = 0; i < parts(); i += 2) {
      unit.load(part(), slot + i);
      unit.load(part(), slot + i + 1);
      unit.call(QuarterLowering.PAIR);
    }
  }

  /** Makes two longs of each vector among the values at the top of the stack. */
  void toLongs(MethodUnit unit, List<ValueType> types) {
    if (this == INTS && types.contains(ValueType.V128)) {
      int[] places = unit.spill(types.toArray(new ValueType[0]));
      for (int i = 0; i < places.length; i++) {
        if (types.get(i) == ValueType.V128) {
          loadLongs(unit, places[i]);
        } else {
          unit.load(types.get(i), places[i]);
        }
      }
    }
  }

  /** Puts a vector's parts on the stack in the place of its object. */
  void unpack(MethodUnit unit) {
    if (this == LONGS) {
      Boxing.unpackVector(unit.code());
      return;
    }
    for (int i = 0; i < parts(); i++) {
      if (i < parts() - 1) {
        unit.op(Opcodes.DUP);
      }
      unit.pushInt(i);
      unit.call(QuarterLowering.OF);
      if (i < parts() - 1) {
        unit.op(Opcodes.SWAP);
      }
    }
  }
}
