package org.dylink.engine.jvm.emit;

import java.util.Collections;
import java.util.List;
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
}
