package org.dylink.binding.osgi;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import org.osgi.framework.Version;

/**
 * An attribute such as {@code service.ranking:Integer=5}. Without a type it is a string; {@code
 * List<String>} becomes an array, as service properties are.
 *
 * @param name without the type
 * @param value of that type
 */
record TypedValue(String name, Object value) {
  private static final Map<String, Function<String, Object>> TYPES =
      Map.of(
          "String", text -> text,
          "Integer", Integer::valueOf,
          "Long", Long::valueOf,
          "Double", Double::valueOf,
          "Boolean", Boolean::valueOf,
          "Version", Version::parseVersion,
          "List<String>", TypedValue::texts,
          "List", TypedValue::texts);

  /**
   * Reads an attribute.
   *
   * @throws IllegalArgumentException if the type or the value is none
   */
  static TypedValue of(String attribute, String text) {
    int colon = attribute.indexOf(':');
    if (colon < 0) {
      return new TypedValue(attribute, text);
    }
    String type = attribute.substring(colon + 1).strip();
    Function<String, Object> reader = TYPES.get(type);
    if (reader == null) {
      throw new IllegalArgumentException(attribute + ": expected one of " + types());
    }
    try {
      return new TypedValue(attribute.substring(0, colon).strip(), reader.apply(text));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(attribute + ": found " + text, e);
    }
  }

  private static String types() {
    return TYPES.keySet().stream().sorted().toList().toString();
  }

  private static String[] texts(String text) {
    return Arrays.stream(text.split(",", -1)).map(String::strip).toArray(String[]::new);
  }
}
