package org.dylink.engine;

import java.util.Locale;

/** Why a guest trapped (WebAssembly Core, Execution; the last six are the runtime's own). */
public enum TrapKind {
  UNREACHABLE,
  OUT_OF_BOUNDS_MEMORY,
  OUT_OF_BOUNDS_TABLE,
  UNINITIALIZED_ELEMENT,
  INDIRECT_CALL_TYPE_MISMATCH,
  INTEGER_DIVIDE_BY_ZERO,
  INTEGER_OVERFLOW,
  INVALID_CONVERSION_TO_INTEGER,
  STACK_OVERFLOW,
  UNCAUGHT_EXCEPTION,
  UNDEFINED_FUNCTION,
  OUT_OF_MEMORY,
  STOPPED,
  TIMEOUT,
  OTHER;

  /** In words: {@code out of bounds memory}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
