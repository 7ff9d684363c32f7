package org.dylink.spectest.text;

import java.math.BigInteger;
import java.util.Locale;
import java.util.function.Function;

/** Numbers (WebAssembly Core, Text Format, Integers and Floating-Point). */
final class Literal {
  private static final String NAN = "nan";
  private static final String NAN_PAYLOAD = "nan:0x";

  private Literal() {}

  static int i32(Expression word) {
    return (int) integer(word, Integer.SIZE);
  }

  static long i64(Expression word) {
    return integer(word, Long.SIZE);
  }

  /** An integer of so many bits, signed or not. */
  static long integer(Expression word, int size) {
    return parse(word, text -> integer(text, size).longValue());
  }

  /** The number of a lane, in a byte. */
  static int lane(Expression word) {
    long lane = unsigned(word);
    if (lane < 0 || lane >= 1 << Byte.SIZE) {
      throw word.unknown();
    }
    return (int) lane;
  }

  /** Bits of an f32. */
  static int f32(Expression word) {
    return parse(word, text -> (int) bits(text, 0x7f80_0000L, 0x40_0000L, 1L << 31, Literal::f32));
  }

  /** Bits of an f64. */
  static long f64(Expression word) {
    return parse(word, text -> bits(text, 0x7ff0L << 48, 1L << 51, Long.MIN_VALUE, Literal::f64));
  }

  /** Whether it stands for several numbers that are none, as only results of scripts may. */
  static boolean isPattern(Expression word) {
    return word.isWord("nan:canonical") || word.isWord("nan:arithmetic");
  }

  private static long f32(String text) {
    return Float.floatToRawIntBits(Float.parseFloat(text)) & 0xffff_ffffL;
  }

  private static long f64(String text) {
    return Double.doubleToRawLongBits(Double.parseDouble(text));
  }

  /** A number without a sign that is an index, a size or an alignment. */
  static long unsigned(Expression word) {
    return integer(word, Long.SIZE);
  }

  private static BigInteger integer(String text, int size) {
    String digits = text.replace("_", "").replaceFirst("^[+]", "");
    boolean negative = digits.startsWith("-");
    String magnitude = negative ? digits.substring(1) : digits;
    BigInteger value =
        magnitude.startsWith("0x")
            ? new BigInteger(magnitude.substring(2), 16)
            : new BigInteger(magnitude);
    BigInteger signed = negative ? value.negate() : value;
    BigInteger end = BigInteger.ONE.shiftLeft(size);
    if (signed.compareTo(end) >= 0 || signed.compareTo(end.shiftRight(1).negate()) < 0) {
      throw new NumberFormatException("too large: " + text);
    }
    return signed;
  }

  private static long bits(
      String text, long infinity, long quiet, long sign, Function<String, Long> number) {
    String word = text.replace("_", "").toLowerCase(Locale.ROOT);
    boolean negative = word.startsWith("-");
    String magnitude = negative || word.startsWith("+") ? word.substring(1) : word;
    long bits;
    if (magnitude.equals("inf")) {
      bits = infinity;
    } else if (magnitude.equals(NAN)) {
      bits = infinity | quiet;
    } else if (magnitude.startsWith(NAN_PAYLOAD)) {
      bits = infinity | Long.parseLong(magnitude.substring(NAN_PAYLOAD.length()), 16);
    } else {
      bits = number.apply(javaNumber(magnitude));
    }
    return negative ? bits | sign : bits;
  }

  /** In Java a hexadecimal number has an exponent. */
  private static String javaNumber(String magnitude) {
    if (!Character.isDigit(magnitude.charAt(0))) {
      throw new NumberFormatException(magnitude);
    }
    boolean lacksExponent = magnitude.startsWith("0x") && !magnitude.contains("p");
    return lacksExponent ? magnitude + "p0" : magnitude;
  }

  private static <T> T parse(Expression word, Function<String, T> parser) {
    try {
      return parser.apply(word.word());
    } catch (NumberFormatException e) {
      throw word.unknown();
    }
  }
}
