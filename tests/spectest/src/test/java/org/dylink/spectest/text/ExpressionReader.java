package org.dylink.spectest.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads expressions (WebAssembly Core, Text Format, Lexical Format), without block comments. */
final class ExpressionReader {
  private static final Pattern TOKEN =
      Pattern.compile("\\s+|;;[^\\n]*|[()]|\"(?:[^\"\\\\]|\\\\.)*\"|[^\\s()\";]+");

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
      if (token.equals("(")) {
        items.add(new Expression(start, null, false, readInnerList(start)));
      } else if (token.startsWith("\"")) {
        items.add(new Expression(start, token.substring(1, token.length() - 1), true, null));
      } else if (!token.isBlank() && !token.startsWith(";")) {
        items.add(new Expression(start, token, false, null));
      }
    }
    return items;
  }

  private List<Expression> readInnerList(int start) {
    List<Expression> items = readList();
    if (!matcher.lookingAt()) {
      throw new IllegalArgumentException("line " + start + ": a list without an end");
    }
    take();
    return items;
  }

  private String take() {
    String token = matcher.group();
    line += (int) token.chars().filter(c -> c == '\n').count();
    matcher.region(matcher.end(), matcher.regionEnd());
    return token;
  }

  private IllegalArgumentException unexpected(String rest) {
    return new IllegalArgumentException("line " + line + ": unexpected: " + rest.charAt(0));
  }
}
