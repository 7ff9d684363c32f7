package org.dylink.bindgen.emit;

import java.util.List;
import java.util.stream.Collectors;
import org.dylink.bindgen.c.NumberKind;

/**
 * A bit-field: a method of its record, which takes it out of the components that have it.
 *
 * @param bits how many, at least 1
 * @param pieces in the order of the record
 */
record BitField(String name, NumberKind kind, int bits, List<Piece> pieces) {
  /**
   * A component that has a part of it.
   *
   * @param size of the component, in bytes
   * @param shift the component's place, counted from the bit-field's, in bits
   */
  record Piece(String component, long size, long shift) {
    String expression() {
      String all =
          size == Long.BYTES
              ? component
              : "(%s & 0x%xL)".formatted(component, -1L >>> (64 - 8 * size));
      return shift == 0 ? all : all + (shift > 0 ? " << " + shift : " >>> " + -shift);
    }
  }

  String type() {
    return kind == NumberKind.BOOL ? "boolean" : kind.size() == Long.BYTES ? "long" : "int";
  }

  /** Its value in Java: its bits are moved to the upper end, and from there to the lower one. */
  String expression() {
    String parts = pieces.stream().map(Piece::expression).collect(Collectors.joining(" | "));
    boolean isOne = pieces.size() == 1 && pieces.get(0).shift() == 0;
    String all = isOne ? parts : "(" + parts + ")";
    int unused = Long.SIZE - bits;
    String value =
        "%s << %d %s %d".formatted(all, unused, kind.isUnsigned() ? ">>>" : ">>", unused);
    return switch (type()) {
      case "boolean" -> "(" + value + ") != 0";
      case "int" -> "(int) (" + value + ")";
      default -> value;
    };
  }
}
