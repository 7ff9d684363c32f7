package org.dylink.spectest.text;

import java.util.function.Function;

/** Decimal numbers, without underscores and names such as {@code nan}. */
final class Literal {
  private Literal() {}

  static int i32(Expression word) {
    return parse(word, Integer::valueOf);
  }

  static long i64(Expression word) {
    return parse(word, Long::valueOf);
  }

  static float f32(Expression word) {
    return parse(word, Float::valueOf);
  }

  static double f64(Expression word) {
    return parse(word, Double::valueOf);
  }

  private static <T> T parse(Expression word, Function<String, T> parser) {
    try {
      return parser.apply(word.word());
    } catch (NumberFormatException e) {
      throw word.unknown();
    }
  }
}
