package org.dylink.engine.jvm.code;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;

/**
 * Operands for vector instructions. All may have any; what machines do differently with relaxed
 * ones is left out of theirs.
 */
enum VectorInput {
  /** Anything, with what is special in lanes of each width. */
  ANY,
  /** The second vector has numbers of bytes, or what is none on every machine. */
  INDEXES,
  /** Numbers of 32 bits that are integers without a sign, and small. */
  FLOATS,
  /** The same of 64 bits. */
  DOUBLES,
  /** The third vector has lanes of all bits or none. */
  MASKS,
  /** The second vector has bytes of seven bits. */
  SEVEN_BITS;

  private static final long[] SPECIAL = {
    0,
    1,
    -1,
    2,
    127,
    128,
    255,
    256,
    32_767,
    32_768,
    65_535,
    65_536,
    0x7fff_ffffL,
    0x8000_0000L,
    0xffff_ffffL,
    0x1_0000_0000L,
    Long.MAX_VALUE,
    Long.MIN_VALUE,
    0x4000_0000_0000_0000L
  };
  private static final float[] FLOATING = {
    0,
    -0.0f,
    1,
    -1,
    0.5f,
    -0.5f,
    1.5f,
    2.5f,
    -2.5f,
    Float.MIN_VALUE,
    Float.MAX_VALUE,
    Float.MIN_NORMAL,
    Float.POSITIVE_INFINITY,
    Float.NEGATIVE_INFINITY,
    Float.NaN,
    0x1p31f,
    -0x1p31f,
    0x1p32f,
    0x1.fffffep30f,
    0x1.fffffep31f,
    0x1p23f,
    0x1p24f,
    4_194_303.5f,
    1e10f,
    0.1f
  };

  static VectorInput of(Opcode opcode) {
    String text = opcode.text();
    if (!text.contains("relaxed")) {
      return ANY;
    } else if (text.contains("swizzle")) {
      return INDEXES;
    } else if (text.contains("laneselect")) {
      return MASKS;
    } else if (text.contains("dot") || text.contains("q15")) {
      return SEVEN_BITS;
    }
    return text.contains("f64") ? DOUBLES : FLOATS;
  }

  byte[] cases(int count, long seed) {
    Random random = new Random(seed);
    ByteBuffer bytes =
        ByteBuffer.allocate(count * VectorQuestions.CASE).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < count; i++) {
      for (int word = 0; word < VectorQuestions.CASE / Long.BYTES; word++) {
        bytes.putLong(word(random, word / 2));
      }
    }
    return bytes.array();
  }

  private long word(Random random, int vector) {
    return switch (this) {
      case ANY -> any(random);
      case INDEXES -> random.nextLong() & (vector == 1 ? 0x8f8f_8f8f_8f8f_8f8fL : -1);
      case FLOATS -> ((long) small(random) << 32) | small(random);
      case DOUBLES -> Double.doubleToRawLongBits(random.nextInt(1_000));
      case MASKS -> vector == 2 ? -random.nextInt(2) : random.nextLong();
      case SEVEN_BITS -> random.nextLong() & (vector == 1 ? 0x7f7f_7f7f_7f7f_7f7fL : -1);
    };
  }

  private static int small(Random random) {
    return Float.floatToRawIntBits(random.nextInt(1_000));
  }

  private static long any(Random random) {
    return switch (random.nextInt(8)) {
      case 0, 1 -> random.nextLong();
      case 2 -> lanes(random, 8);
      case 3 -> lanes(random, 16);
      case 4 -> lanes(random, 32);
      case 5 -> SPECIAL[random.nextInt(SPECIAL.length)];
      case 6 -> ((long) floating(random) << 32) | (floating(random) & 0xffff_ffffL);
      default -> Double.doubleToRawLongBits(FLOATING[random.nextInt(FLOATING.length)]);
    };
  }

  private static long lanes(Random random, int width) {
    long lanes = 0;
    for (int at = 0; at < Long.SIZE; at += width) {
      long lane = SPECIAL[random.nextInt(SPECIAL.length)] + random.nextInt(3) - 1;
      lanes |= (lane & ((1L << width) - 1)) << at;
    }
    return lanes;
  }

  /** A number's bits, of which some are NaNs with other bits. */
  private static int floating(Random random) {
    int bits = Float.floatToRawIntBits(FLOATING[random.nextInt(FLOATING.length)]);
    return random.nextInt(10) == 0 ? bits | 0x7f80_0001 : bits;
  }
}
