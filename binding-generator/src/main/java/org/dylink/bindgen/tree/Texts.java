package org.dylink.bindgen.tree;

import java.util.regex.Pattern;

/** Types as people read them. */
final class Texts {
  // "struct (unnamed at /home/a.h:9:25)": where it stands is of no interest.
  private static final Pattern UNNAMED =
      Pattern.compile("(?:\\w+::)*\\((?:unnamed|anonymous)[^()]* at [^()]*\\)");

  private Texts() {}

  static String of(String type) {
    return UNNAMED.matcher(type).replaceAll("...");
  }
}
