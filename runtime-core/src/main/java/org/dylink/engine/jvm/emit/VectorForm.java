package org.dylink.engine.jvm.emit;

import java.util.Collections;
import java.util.List;
import org.dylink.engine.jvm.code.Body;
import org.dylink.engine.jvm.code.Opcode;
import org.dylink.format.ValueType;
import org.dylink.format.Vector;

/**
 * How a function keeps its vectors, on the stack and in variables; at its borders all are two
 * longs. Both forms take four slots, the lowest bits first.
 */
enum VectorForm {
  /** Two longs: eight lanes of 8 bits, or four of 16, are handled at once. */
  LONGS,

  /** Four ints: each lane of 32 bits is a number by itself. */
  INTS;

  // HotSpot inlines calls until they have 8,000 bytes of bytecode together, and what Java has for
  // an access takes 250 of them: in large functions whole vectors are read as two longs.
  private static final int FEW = 12;

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

  /** Whether a body loads and stores few whole vectors. */
  static boolean hasFewAccesses(Body body) {
    int found = 0;
    for (int at = 0; at < body.size() && found <= FEW; at++) {
      found += isWholeAccess(body.opcode(at)) ? 1 : 0;
    }
    return found <= FEW;
  }

  /** Whether an instruction loads or stores a whole vector. */
  static boolean isWholeAccess(Opcode opcode) {
    return opcode == Opcode.V128_LOAD || opcode == Opcode.V128_STORE;
  }
}
