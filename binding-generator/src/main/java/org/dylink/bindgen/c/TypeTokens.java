package org.dylink.bindgen.c;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words and signs of a type, one after the other. */
final class TypeTokens {
  // A type without a name is known by where it stands: "(unnamed at a.h:9:25)", and in earlier
  // releases of clang "(unnamed struct at a.h:9:25)", behind the names of those around it.
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*((?:\\w+::)*\\((?:unnamed|anonymous)[^()]* at [^()]*\\)|\\w+|\\.\\.\\.|[^\\s\\w])");
  private static final Pattern PLACE = Pattern.compile(".* at ([^()]*)\\)");
  private static final String END = "";

  private final List<String> tokens = new ArrayList<>();
  private int next;

  TypeTokens(String text) {
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.lookingAt()) {
      tokens.add(matcher.group(1));
      matcher.region(matcher.end(), text.length());
    }
  }

  boolean isAtEnd() {
    return next == tokens.size();
  }

  /** The next one; empty at the end. */
  String peek() {
    return at(next);
  }

  String next() {
    String token = peek();
    next = Math.min(next + 1, tokens.size());
    return token;
  }

  boolean isNext(String token) {
    return peek().equals(token);
  }

  boolean isSecond(String token) {
    return at(next + 1).equals(token);
  }

  boolean isWord() {
    return !peek().isEmpty() && Character.isJavaIdentifierStart(peek().charAt(0));
  }

  boolean takeIf(String token) {
    boolean isThere = isNext(token);
    if (isThere) {
      next();
    }
    return isThere;
  }

  void take(String token) {
    if (!takeIf(token)) {
      throw new IllegalArgumentException(token);
    }
  }

  /** A tag, or the place of what has none. */
  String tag() {
    Matcher place = PLACE.matcher(peek());
    if (place.matches()) {
      next();
      return place.group(1);
    } else if (!isWord()) {
      throw new IllegalArgumentException(peek());
    }
    return next();
  }

  /** What is said of a function behind its parameters changes no type. */
  void skipAttributes() {
    while (takeIf("__attribute__")) {
      int open = 0;
      do {
        String token = next();
        open += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
      } while (open > 0 && !isAtEnd());
    }
  }

  private String at(int index) {
    return index < tokens.size() ? tokens.get(index) : END;
  }
}
