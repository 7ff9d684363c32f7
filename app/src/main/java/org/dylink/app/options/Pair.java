package org.dylink.app.options;

/**
 * A value of the form {@code NAME=VALUE}.
 *
 * @param name what is left of the first equals sign, at least a character
 * @param value what is right of it, maybe nothing
 */
public record Pair(String name, String value) {
  static Pair of(Option option, String text) throws UsageException {
    int equals = text.indexOf('=');
    if (equals < 1) {
      throw new UsageException(option.form() + ": found no name and '=' in '" + text + "'");
    }
    return new Pair(text.substring(0, equals), text.substring(equals + 1));
  }
}
