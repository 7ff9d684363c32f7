package org.dylink.engine.jvm.emit;

import static org.dylink.format.ValueType.I64;
import static org.dylink.format.ValueType.V128;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dylink.format.ValueType;
import org.dylink.format.Vector;
import org.objectweb.asm.Opcodes;

/**
 * Bytes of two vectors in an order that code names. All bytes that come from one of the four halves
 * and move equally far are moved at once.
 */
final class ShuffleEmitter {
  private static final RunMethod ROTATE =
      RunMethod.of(Long.class, "rotateLeft", long.class, int.class);

  /** Bytes that move together: out of which half, and by how many bits. */
  private record Move(int half, int rotation) {}

  private static final ValueType[] OPERANDS = {V128, V128};

  private ShuffleEmitter() {}

  static void emit(Emitters to, int at) {
    Vector lanes = to.body().vector(at);
    boolean computed = to.hasManyConstants();
    int[] places = to.take(OPERANDS);
    emitHalf(to.unit(), places, moves(lanes.low()), computed);
    emitHalf(to.unit(), places, moves(lanes.high()), computed);
  }

  /** The masks of the bytes that each move fills. */
  private static Map<Move, Long> moves(long lanes) {
    Map<Move, Long> moves = new LinkedHashMap<>();
    for (int bit = 0; bit < Long.SIZE; bit += Byte.SIZE) {
      int lane = (int) (lanes >>> bit) & 0xff;
      int from = lane % Long.BYTES * Byte.SIZE;
      Move move = new Move(lane / Long.BYTES, bit - from & Long.SIZE - 1);
      moves.merge(move, 0xffL << bit, (one, other) -> one | other);
    }
    return moves;
  }

  private static void emitHalf(
      MethodUnit unit, int[] places, Map<Move, Long> moves, boolean computed) {
    boolean isFirst = true;
    for (Map.Entry<Move, Long> each : moves.entrySet()) {
      emitMove(unit, places, each.getKey());
      if (each.getValue() != -1) {
        unit.pushLong(each.getValue(), computed);
        unit.op(Opcodes.LAND);
      }
      if (!isFirst) {
        unit.op(Opcodes.LOR);
      }
      isFirst = false;
    }
  }

  private static void emitMove(MethodUnit unit, int[] places, Move move) {
    unit.load(I64, places[move.half() / 2] + move.half() % 2 * JvmTypes.size(I64));
    if (move.rotation() != 0) {
      unit.pushInt(move.rotation());
      unit.call(ROTATE);
    }
  }
}
