package org.dylink.bindgen.macro;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words and signs of a macro's body, one after the other. */
final class MacroTokens {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'|\\.?\\d(?:[eEpP][+-]|[\\w.])*|\\w+"
              + "|<<|>>|<=|>=|==|!=|&&|\\|\\||[^\\s\\w])");

  private final List<String> tokens = new ArrayList<>();
  private int next;

  MacroTokens(String text) {
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.lookingAt()) {
      tokens.add(matcher.group(1));
      matcher.region(matcher.end(), text.length());
    }
  }

  boolean isAtEnd() {
    return next == tokens.size();
  }

  String peek() {
    return isAtEnd() ? "" : tokens.get(next);
  }

  String next() {
    String token = peek();
    next = Math.min(next + 1, tokens.size());
    return token;
  }

  boolean takeIf(String token) {
    boolean isThere = peek().equals(token);
    if (isThere) {
      next();
    }
    return isThere;
  }

  int position() {
    return next;
  }

  void back(int position) {
    next = position;
  }
}
