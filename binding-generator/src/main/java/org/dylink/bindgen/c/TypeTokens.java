package org.dylink.bindgen.c;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words and signs of a type, one after the other. */
final class TypeTokens extends Tokens {
  // A type without a name is known by where it stands: "(unnamed at a.h:9:25)", and in earlier
  // releases of clang "(unnamed struct at a.h:9:25)", behind the names of those around it.
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*((?:\\w+::)*\\((?:unnamed|anonymous)[^()]* at [^()]*\\)|\\w+|\\.\\.\\.|[^\\s\\w])");
  private static final Pattern PLACE = Pattern.compile(".* at ([^()]*)\\)");

  TypeTokens(String text) {
    super(TOKEN, text);
  }

  boolean isNext(String token) {
    return peek().equals(token);
  }

  boolean isSecond(String token) {
    return peek(1).equals(token);
  }

  boolean isWord() {
    return !peek().isEmpty() && Character.isJavaIdentifierStart(peek().charAt(0));
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
}
