package org.dylink.bindgen.macro;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads strings in LLVM's text: of bytes, and of wide characters of 16 and of 32 bits. */
final class TextReader {
  private static final Pattern ZEROES = Pattern.compile("\\[(\\d+) x i\\d+\\] zeroinitializer");
  private static final Pattern BYTES = Pattern.compile("\\[\\d+ x i8\\] c\"(.*)\"");
  private static final Pattern WIDE = Pattern.compile("\\[\\d+ x i(?:16|32)\\] \\[(.*)\\]");
  private static final Pattern NUMBER = Pattern.compile("i(16|32) (-?\\d+)");

  private TextReader() {}

  /** The string of a constant array, without the NUL at its end. */
  static String text(String array) throws NoConstantException {
    String text = all(array);
    return text.substring(0, text.length() - 1);
  }

  /** The string in an array that may be larger; without a NUL at its end it is none. */
  static String line(String array) throws NoConstantException {
    String text = all(array);
    if (!text.endsWith("\0")) {
      throw new NoConstantException("characters without an end");
    }
    return text.replaceFirst("\0+$", "");
  }

  private static String all(String array) throws NoConstantException {
    Matcher zeroes = ZEROES.matcher(array);
    Matcher bytes = BYTES.matcher(array);
    Matcher wide = WIDE.matcher(array);
    if (zeroes.matches()) {
      return "\0".repeat(Integer.parseInt(zeroes.group(1)));
    } else if (bytes.matches()) {
      return utf8(bytes.group(1));
    } else if (wide.matches()) {
      return wide(wide.group(1));
    }
    throw new NoConstantException("a macro that is an address of the library's");
  }

  private static String utf8(String escaped) throws NoConstantException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < escaped.length(); i++) {
      char sign = escaped.charAt(i);
      boolean isCode = sign == '\\' && escaped.charAt(i + 1) != '\\';
      bytes.write(isCode ? Integer.parseInt(escaped.substring(i + 1, i + 3), 16) : sign);
      i += isCode ? 2 : sign == '\\' ? 1 : 0;
    }
    try {
      // Another string than C's would be worse than none.
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      throw new NoConstantException("a string that is no UTF-8");
    }
  }

  private static String wide(String numbers) throws NoConstantException {
    StringBuilder text = new StringBuilder();
    for (MatchResult each : NUMBER.matcher(numbers).results().toList()) {
      int number = Integer.parseInt(each.group(2));
      if (each.group(1).equals("16")) {
        text.append((char) number);
      } else if (Character.isValidCodePoint(number)) {
        text.appendCodePoint(number);
      } else {
        throw new NoConstantException("a string that is no Unicode");
      }
    }
    return text.toString();
  }
}
