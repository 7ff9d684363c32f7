package org.dylink.spectest;

import java.util.Map;
import org.dylink.engine.TrapKind;

/** The suite's words for traps. An engine may say more, in other words, but means the same kind. */
final class TrapText {
  private static final Map<String, TrapKind> KINDS =
      Map.ofEntries(
          Map.entry("unreachable", TrapKind.UNREACHABLE),
          Map.entry("out of bounds memory access", TrapKind.OUT_OF_BOUNDS_MEMORY),
          Map.entry("out of bounds table access", TrapKind.OUT_OF_BOUNDS_TABLE),
          Map.entry("undefined element", TrapKind.OUT_OF_BOUNDS_TABLE),
          Map.entry("uninitialized element", TrapKind.UNINITIALIZED_ELEMENT),
          Map.entry("uninitialized element 2", TrapKind.UNINITIALIZED_ELEMENT),
          Map.entry("indirect call type mismatch", TrapKind.INDIRECT_CALL_TYPE_MISMATCH),
          Map.entry("integer divide by zero", TrapKind.INTEGER_DIVIDE_BY_ZERO),
          Map.entry("integer overflow", TrapKind.INTEGER_OVERFLOW),
          Map.entry("invalid conversion to integer", TrapKind.INVALID_CONVERSION_TO_INTEGER),
          Map.entry("null reference", TrapKind.NULL_REFERENCE),
          Map.entry("null function reference", TrapKind.NULL_REFERENCE),
          Map.entry("null exception reference", TrapKind.NULL_REFERENCE),
          Map.entry("null structure reference", TrapKind.NULL_REFERENCE),
          Map.entry("null array reference", TrapKind.NULL_REFERENCE),
          Map.entry("null i31 reference", TrapKind.NULL_REFERENCE),
          Map.entry("cast failure", TrapKind.CAST_FAILURE),
          Map.entry("out of bounds array access", TrapKind.OUT_OF_BOUNDS_ARRAY),
          Map.entry("out of memory", TrapKind.OUT_OF_MEMORY),
          Map.entry("unaligned atomic", TrapKind.OTHER),
          Map.entry("expected shared memory", TrapKind.OTHER),
          Map.entry("call stack exhausted", TrapKind.STACK_OVERFLOW));

  private TrapText() {}

  static TrapKind kind(String text) {
    TrapKind kind = KINDS.get(text);
    if (kind == null) {
      throw new IllegalStateException("BUG: no trap kind for " + text);
    }
    return kind;
  }
}
