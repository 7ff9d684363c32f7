package org.dylink.spectest.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads expressions (WebAssembly Core, Text Format, Lexical Format). Comments and annotations are
 * left out.
 */
final class ExpressionReader {
  private static final String STRING = "\"(?:[^\"\\\\]|\\\\.)*+\"";
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s+|;;[^\\n\\r]*+|\\(;|\\(@|[()]|\\$?" + STRING + "|[^\\s()\";]++|[;,\\[\\]{}]");
  private static final Pattern COMMENT = Pattern.compile("\\(;|;\\)|[^;()]++|[;()]");

  private final Matcher matcher;
  private int line = 1;

  private ExpressionReader(String source) {
    matcher = TOKEN.matcher(source);
  }

  /** All expressions of a script. */
  static List<Expression> read(String source) {
    ExpressionReader reader = new ExpressionReader(source);
    List<Expression> all = reader.readList();
    if (reader.matcher.regionStart() < source.length()) {
      throw reader.unexpected(source.substring(reader.matcher.regionStart()));
    }
    return all;
  }

  /** Up to what closes the list, or begins no token, or the end. */
  private List<Expression> readList() {
    List<Expression> items = new ArrayList<>();
    while (matcher.lookingAt() && !matcher.group().equals(")")) {
      int start = line;
      String token = take();
      if (token.equals("(;")) {
        skipComment(start);
      } else if (token.equals("(@")) {
        readInnerList(start);
      } else if (token.equals("(")) {
        items.add(new Expression(start, null, false, readInnerList(start)));
      } else if (!token.isBlank() && !token.startsWith(";;")) {
        items.add(atom(start, token));
      }
    }
    return items;
  }

  private static Expression atom(int start, String token) {
    if (token.startsWith("\"")) {
      return new Expression(start, token.substring(1, token.length() - 1), true, null);
    } else if (token.startsWith("$\"")) {
      String quoted = token.substring(2, token.length() - 1);
      String name = new String(Escapes.bytes(quoted), StandardCharsets.UTF_8);
      return new Expression(start, "$" + name, false, null);
    }
    return new Expression(start, token, false, null);
  }

  private List<Expression> readInnerList(int start) {
    List<Expression> items = readList();
    if (!matcher.lookingAt()) {
      throw endless("a list", start);
    }
    take();
    return items;
  }

  /** Comments may stand in comments. */
  private void skipComment(int start) {
    matcher.usePattern(COMMENT);
    for (int depth = 1; depth > 0; ) {
      if (!matcher.lookingAt()) {
        throw endless("a comment", start);
      }
      String part = take();
      depth += part.equals("(;") ? 1 : part.equals(";)") ? -1 : 0;
    }
    matcher.usePattern(TOKEN);
  }

  private String take() {
    String token = matcher.group();
    line += (int) token.chars().filter(c -> c == '\n').count();
    matcher.region(matcher.end(), matcher.regionEnd());
    return token;
  }

  private static IllegalArgumentException endless(String what, int start) {
    return new IllegalArgumentException("line " + start + ": " + what + " without an end");
  }

  private IllegalArgumentException unexpected(String rest) {
    return new IllegalArgumentException("line " + line + ": unexpected: " + rest.charAt(0));
  }
}
