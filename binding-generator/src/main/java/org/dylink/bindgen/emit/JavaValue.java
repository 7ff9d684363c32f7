package org.dylink.bindgen.emit;

/**
 * A type in Java with what is said of it.
 *
 * @param annotations each with a blank behind it; empty for the most
 */
record JavaValue(String annotations, String type) {
  static JavaValue of(String type) {
    return new JavaValue("", type);
  }

  JavaValue with(String annotation) {
    return new JavaValue(annotations + annotation + " ", type);
  }

  String text(String name) {
    return annotations + type + " " + name;
  }
}
