package org.dylink.example.regex;

/** What a program wanted to match does not. Thrown through the program's own functions. */
public final class NoMatchException extends Exception {
  private static final long serialVersionUID = 1L;

  NoMatchException(String pattern, String text) {
    super(text + " does not match " + pattern);
  }
}
