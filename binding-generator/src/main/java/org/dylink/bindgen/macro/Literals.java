package org.dylink.bindgen.macro;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dylink.bindgen.macro.MacroValues.NoConstantException;
import org.dylink.bindgen.macro.Value.Whole;

/**
 * The constants of C as they are written (C11, 6.4.4 and 6.4.5), without those of wide characters.
 */
final class Literals {
  private static final Pattern WHOLE = Pattern.compile("(0[xX]|0[bB]|0)?([0-9a-fA-F]*?)([uUlL]*)");
  private static final Pattern REAL = Pattern.compile("(.*?)([fF]?)");
  private static final String ESCAPES = "abtnvfr";
  private static final byte[] ESCAPED = {7, 8, 9, 10, 11, 12, 13};

  private Literals() {}

  static boolean isLiteral(String token) {
    char first = token.charAt(0);
    return Character.isDigit(first) || first == '.' || first == '"' || first == '\'';
  }

  static Value of(String token) {
    char first = token.charAt(0);
    if (first == '"') {
      return new Value.Text(new String(bytes(token), StandardCharsets.UTF_8));
    } else if (first == '\'') {
      byte[] bytes = bytes(token);
      if (bytes.length != 1) {
        throw new NoConstantException(token);
      }
      return Whole.of(bytes[0], false, false);
    }
    Matcher whole = WHOLE.matcher(token);
    return whole.matches() && isWhole(token) ? whole(whole) : real(token);
  }

  private static boolean isWhole(String token) {
    boolean isHex = token.length() > 1 && "xX".indexOf(token.charAt(1)) >= 0;
    return token.indexOf('.') < 0 && (isHex || !token.matches(".*[eEfF].*"));
  }

  /** C11, 6.4.4.1: the first type that has the number; with a base other than ten, unsigned too. */
  private static Whole whole(Matcher literal) {
    String prefix = literal.group(1) == null ? "" : literal.group(1).toLowerCase(Locale.ROOT);
    int base = prefix.isEmpty() ? 10 : prefix.equals("0x") ? 16 : prefix.equals("0b") ? 2 : 8;
    String digits = literal.group(2);
    String suffix = literal.group(3).toLowerCase(Locale.ROOT);
    BigInteger number = digits.isEmpty() ? BigInteger.ZERO : parse(digits, base);
    boolean unsigned = suffix.contains("u");
    boolean wide = suffix.contains("ll") || number.bitLength() > Integer.SIZE;
    if (!wide && number.bitLength() == Integer.SIZE && !unsigned) {
      unsigned = base != 10;
      wide = base == 10;
    }
    if (number.bitLength() > Long.SIZE) {
      throw new NoConstantException(digits);
    }
    return Whole.of(number.longValue(), wide, unsigned || number.bitLength() == Long.SIZE);
  }

  private static BigInteger parse(String digits, int base) {
    try {
      return new BigInteger(digits, base);
    } catch (NumberFormatException e) {
      throw new NoConstantException(digits);
    }
  }

  private static Value real(String token) {
    Matcher matcher = REAL.matcher(token);
    if (!matcher.matches() || token.matches(".*[lLdD]")) {
      throw new NoConstantException(token);
    }
    try {
      boolean single = !matcher.group(2).isEmpty() && !token.matches("0[xX].*");
      String digits = single ? matcher.group(1) : token;
      return new Value.Real(single ? Float.parseFloat(digits) : Double.parseDouble(digits));
    } catch (NumberFormatException e) {
      throw new NoConstantException(token);
    }
  }

  private static byte[] bytes(String token) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] text = token.substring(1, token.length() - 1).getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < text.length; i++) {
      if (text[i] != '\\') {
        bytes.write(text[i]);
      } else {
        i = escape(text, i + 1, bytes);
      }
    }
    return bytes.toByteArray();
  }

  /** Writes what an escape stands for, and gives the place of its last sign. */
  private static int escape(byte[] text, int at, ByteArrayOutputStream bytes) {
    char sign = (char) text[at];
    if (sign == 'x' || Character.digit(sign, 8) >= 0) {
      int base = sign == 'x' ? 16 : 8;
      int from = sign == 'x' ? at + 1 : at;
      int end = from;
      int most = sign == 'x' ? text.length : Math.min(text.length, at + 3);
      int value = 0;
      while (end < most && Character.digit((char) text[end], base) >= 0) {
        value = value * base + Character.digit((char) text[end], base);
        end++;
      }
      bytes.write(value);
      return end - 1;
    } else if (sign == 'u' || sign == 'U') {
      int end = at + (sign == 'u' ? 5 : 9);
      bytes.writeBytes(character(text, at + 1, end).getBytes(StandardCharsets.UTF_8));
      return end - 1;
    }
    int known = ESCAPES.indexOf(sign);
    bytes.write(known < 0 ? text[at] : ESCAPED[known]);
    return at;
  }

  /** C11, 6.4.3: a universal character name, as digits. */
  private static String character(byte[] text, int from, int end) {
    try {
      String digits = new String(text, from, end - from, StandardCharsets.US_ASCII);
      return Character.toString(Integer.parseInt(digits, 16));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new NoConstantException("no character");
    }
  }
}
