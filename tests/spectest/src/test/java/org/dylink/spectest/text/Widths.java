package org.dylink.spectest.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many bytes instructions access: their alignment where none is given. */
final class Widths {
  /** Bits, and how many lanes of so many. */
  private static final Pattern NARROW =
      Pattern.compile("(?:load|store|rmw|wait)(8|16|32|64)(?:x([248]))?");

  private Widths() {}

  static int of(String instruction) {
    Matcher narrow = NARROW.matcher(instruction);
    if (narrow.find()) {
      int lanes = narrow.group(2) == null ? 1 : Integer.parseInt(narrow.group(2));
      return Integer.parseInt(narrow.group(1)) / Byte.SIZE * lanes;
    } else if (instruction.startsWith("v128")) {
      return VectorLiteral.BYTES;
    }
    boolean isLong = instruction.startsWith("i64") || instruction.startsWith("f64");
    return isLong ? Long.BYTES : Integer.BYTES;
  }
}
