package org.dylink.spectest.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dylink.testing.Bytes;

/**
 * A vector: its shape and a number for each lane.
 *
 * @param laneType such as i8
 * @param lanes the lowest first
 */
record VectorLiteral(String laneType, List<Expression> lanes) {
  /** The size of every vector. */
  static final int BYTES = 16;

  private static final Map<String, Integer> LANE_BYTES =
      Map.of("i8x16", 1, "i16x8", 2, "i32x4", 4, "i64x2", 8, "f32x4", 4, "f64x2", 8);

  static VectorLiteral take(Tokens from) {
    Expression shape = from.next();
    if (!LANE_BYTES.containsKey(shape.word())) {
      throw shape.unknown();
    }
    List<Expression> lanes = new ArrayList<>();
    for (int i = 0; i < BYTES / LANE_BYTES.get(shape.text()); i++) {
      lanes.add(from.next());
    }
    return new VectorLiteral(shape.text().substring(0, shape.text().indexOf('x')), lanes);
  }

  void write(Bytes to) {
    lanes.forEach(each -> to.littleEndian(bits(each), laneBytes()));
  }

  /** A lane's bits as an unsigned number, or which of the numbers that are none it may be. */
  String text(Expression lane) {
    boolean isFloat = laneType.startsWith("f");
    return isFloat && Literal.isPattern(lane) ? lane.text() : Long.toUnsignedString(bits(lane));
  }

  private long bits(Expression lane) {
    long bits =
        switch (laneType) {
          case "f32" -> Literal.f32(lane);
          case "f64" -> Literal.f64(lane);
          default -> Literal.integer(lane, laneBytes() * Byte.SIZE);
        };
    return bits & (-1L >>> (Long.SIZE - laneBytes() * Byte.SIZE));
  }

  private int laneBytes() {
    return BYTES / lanes.size();
  }
}
