package org.dylink.engine.jvm.emit;

import static org.dylink.format.ValueType.I64;
import static org.dylink.format.ValueType.V128;

import org.dylink.engine.jvm.code.Body;
import org.dylink.format.ValueType;
import org.objectweb.asm.Opcodes;

/** Lanes that code names by number: taken out, put in, and between a lane and memory. */
final class LaneEmitter {
  private static final int HALF = 8; // bytes

  private LaneEmitter() {}

  /** A lane as a number: the other half goes. */
  static Lowering.Code extract(RunMethod ofHalf) {
    return (to, at) -> {
      MethodUnit unit = to.unit();
      if (isHigh(to.body(), at)) {
        unit.op(Opcodes.DUP2_X2);
        unit.op(Opcodes.POP2);
      }
      unit.op(Opcodes.POP2);
      unit.pushInt(laneOfHalf(to.body(), at));
      unit.call(ofHalf);
    };
  }

  /** A number in the place of a lane: one half stays. */
  static Lowering.Code replace(RunMethod ofHalf, ValueType lane) {
    ValueType[] above = {I64, lane};
    return (to, at) -> {
      MethodUnit unit = to.unit();
      boolean high = isHigh(to.body(), at);
      int[] places = high ? null : unit.spill(above);
      if (!high) {
        unit.load(lane, places[1]);
      }
      unit.pushInt(laneOfHalf(to.body(), at));
      unit.call(ofHalf);
      if (!high) {
        unit.load(I64, places[0]);
      }
    };
  }

  /** Loads a number, and puts it in the place of a lane. */
  static Lowering.Code load(Lowering.Code load, Lowering.Code replace, ValueType lane) {
    ValueType[] vector = {V128};
    ValueType[] number = {lane};
    return (to, at) -> {
      int[] places = to.unit().spill(vector);
      load.emit(to, at);
      int[] above = to.unit().spillAbove(number, JvmTypes.size(V128));
      to.unit().reload(vector, places);
      to.unit().reload(number, above);
      replace.emit(to, at);
    };
  }

  /** Takes a lane out, and stores it. */
  static Lowering.Code store(Lowering.Code extract, Lowering.Code store) {
    return (to, at) -> {
      extract.emit(to, at);
      store.emit(to, at);
    };
  }

  private static boolean isHigh(Body body, int at) {
    return body.lane(at) * body.opcode(at).width() >= HALF;
  }

  private static int laneOfHalf(Body body, int at) {
    return body.lane(at) % (HALF / body.opcode(at).width());
  }
}
