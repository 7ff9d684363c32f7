package org.dylink.engine.jvm.emit;

import static org.dylink.format.ValueType.I32;
import static org.dylink.format.ValueType.V128;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dylink.engine.jvm.code.Opcode;
import org.dylink.format.ValueType;
import org.dylink.format.Vector;
import org.objectweb.asm.Opcodes;

/** Ways to make the quarters of a vector of those of others: see {@link QuarterLowering}. */
final class QuarterEmitter {
  static final RunMethod BITS = RunMethod.of(Float.class, "floatToRawIntBits", float.class);
  static final RunMethod FLOAT = RunMethod.of(Float.class, "intBitsToFloat", int.class);

  private static final int QUARTERS = 4;
  private static final int UPPER_BITS = 16;
  private static final ValueType[] TWO = {V128, V128};
  private static final RunMethod ROTATE =
      RunMethod.of(Integer.class, "rotateLeft", int.class, int.class);

  /** Bytes that move together: out of which quarter of two vectors, and by how many bits. */
  private record Move(int quarter, int rotation) {}

  private QuarterEmitter() {}

  /** A quarter of each vector operand, the same for all; other operands as they are. */
  static Lowering.TakingVectors ofEach(Opcode opcode, Halves.Half quarter) {
    ValueType[] operands = opcode.type().params().toArray(new ValueType[0]);
    return (to, at) -> {
      int[] places = to.take(operands);
      for (int i = 0; i < QUARTERS; i++) {
        for (int k = 0; k < operands.length; k++) {
          boolean isVector = operands[k] == V128;
          to.unit().load(isVector ? I32 : operands[k], isVector ? places[k] + i : places[k]);
        }
        quarter.emit(to.unit());
      }
    };
  }

  /** The lower 16 bits of a quarter of each operand, then the upper ones; and of the next. */
  static Lowering.TakingVectors widened(Opcode opcode, Halves.Half quarter, boolean high) {
    ValueType[] operands = opcode.type().params().toArray(new ValueType[0]);
    int first = high ? 2 : 0;
    return (to, at) -> {
      int[] places = to.take(operands);
      for (int i = 0; i < QUARTERS; i++) {
        for (int place : places) {
          to.unit().load(I32, place + first + i / 2);
          if (i % 2 == 1) {
            to.unit().pushInt(UPPER_BITS);
            to.unit().op(Opcodes.IUSHR);
          }
        }
        quarter.emit(to.unit());
      }
    };
  }

  /** Each of two neighbours, first in one vector, then in the other. */
  static Lowering.TakingVectors ofNeighbours(Halves.Half quarter) {
    return (to, at) -> {
      int[] places = to.take(TWO);
      for (int place : places) {
        for (int i = 0; i < QUARTERS; i += 2) {
          to.unit().load(I32, place + i);
          to.unit().load(I32, place + i + 1);
          quarter.emit(to.unit());
        }
      }
    };
  }

  /** A number four times. */
  static Lowering.Code splat(Halves.Half bits) {
    return (to, at) -> {
      bits.emit(to.unit());
      to.unit().op(Opcodes.DUP);
      to.unit().op(Opcodes.DUP2);
    };
  }

  static Lowering.TakingVectors extract(Halves.Half number) {
    ValueType[] vector = {V128};
    return (to, at) -> {
      int[] places = to.take(vector);
      to.unit().load(I32, places[0] + to.body().lane(at));
      number.emit(to.unit());
    };
  }

  static Lowering.Code replace(Halves.Half bits) {
    ValueType[] both = {V128, I32};
    return (to, at) -> {
      bits.emit(to.unit());
      int[] places = to.unit().spill(both);
      for (int i = 0; i < QUARTERS; i++) {
        to.unit().load(I32, i == to.body().lane(at) ? places[1] : places[0] + i);
      }
    };
  }

  /** Bytes of two vectors in an order that code names: whole quarters mostly. */
  static void shuffle(Emitters to, int at) {
    Vector lanes = to.body().vector(at);
    int[] places = to.take(TWO);
    for (long half : new long[] {lanes.low(), lanes.high()}) {
      emitQuarter(to, places, moves((int) half));
      emitQuarter(to, places, moves((int) (half >>> Integer.SIZE)));
    }
  }

  /** The masks of the bytes that each move fills. */
  private static Map<Move, Integer> moves(int lanes) {
    Map<Move, Integer> moves = new LinkedHashMap<>();
    for (int bit = 0; bit < Integer.SIZE; bit += Byte.SIZE) {
      int lane = (lanes >>> bit) & 0xff;
      int from = lane % Integer.BYTES * Byte.SIZE;
      Move move = new Move(lane / Integer.BYTES, (bit - from) & (Integer.SIZE - 1));
      moves.merge(move, 0xff << bit, (one, other) -> one | other);
    }
    return moves;
  }

  private static void emitQuarter(Emitters to, int[] places, Map<Move, Integer> moves) {
    MethodUnit unit = to.unit();
    boolean isFirst = true;
    for (Map.Entry<Move, Integer> each : moves.entrySet()) {
      Move move = each.getKey();
      unit.load(I32, places[move.quarter() / QUARTERS] + move.quarter() % QUARTERS);
      if (move.rotation() != 0) {
        unit.pushInt(move.rotation());
        unit.call(ROTATE);
      }
      if (each.getValue() != -1) {
        Constants.push(unit.code(), Opcode.I32_CONST, each.getValue(), to.hasManyConstants());
        unit.op(Opcodes.IAND);
      }
      if (!isFirst) {
        unit.op(Opcodes.IOR);
      }
      isFirst = false;
    }
  }
}
