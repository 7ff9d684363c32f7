package org.dylink.format;

import static java.util.stream.Collectors.joining;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Tells whether a name fits what the user typed: a part of it, or all of it with wildcards. Threads
 * may share it.
 */
public final class NamePattern implements Predicate<String> {
  private final Pattern pattern;

  /**
   * @param text with {@code *} (any characters) or {@code ?} (one character) it stands for the
   *     whole name, else for a part of it; every name has the empty part
   */
  public NamePattern(String text) {
    boolean whole = text.contains("*") || text.contains("?");
    String body = text.chars().mapToObj(NamePattern::expression).collect(joining());
    this.pattern = Pattern.compile(whole ? body : ".*" + body + ".*", Pattern.DOTALL);
  }

  @Override
  public boolean test(String name) {
    return pattern.matcher(name).matches();
  }

  private static String expression(int c) {
    return switch (c) {
      case '*' -> ".*";
      case '?' -> ".";
      default -> Pattern.quote(Character.toString(c));
    };
  }
}
