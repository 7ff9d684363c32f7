package org.dylink.bindgen.c;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words and signs of a text, one after the other, as far as there are any. */
public class Tokens {
  private static final String END = "";

  private final List<String> tokens = new ArrayList<>();
  private int next;

  /**
   * Cuts a text.
   *
   * @param token one, as the first group, with the blanks before it
   */
  protected Tokens(Pattern token, String text) {
    Matcher matcher = token.matcher(text);
    while (matcher.lookingAt()) {
      tokens.add(matcher.group(1));
      matcher.region(matcher.end(), text.length());
    }
  }

  /** Whether all are taken. */
  public final boolean isAtEnd() {
    return next == tokens.size();
  }

  /** The next one; empty at the end. */
  public final String peek() {
    return peek(0);
  }

  /** One behind the next; empty behind the end. */
  protected final String peek(int distance) {
    return next + distance < tokens.size() ? tokens.get(next + distance) : END;
  }

  /** Takes the next one; empty at the end. */
  public final String next() {
    String token = peek();
    next = Math.min(next + 1, tokens.size());
    return token;
  }

  /** Takes the next one if it is this. */
  public final boolean takeIf(String token) {
    boolean isThere = peek().equals(token);
    if (isThere) {
      next();
    }
    return isThere;
  }

  /** Where the next one stands, for {@link #back}. */
  public final int position() {
    return next;
  }

  /** Takes again what stands from there on. */
  public final void back(int position) {
    next = position;
  }
}
