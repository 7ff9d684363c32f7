package org.dylink.engine;

import java.util.Locale;

/** Why a guest trapped (WebAssembly Core, Execution; the last six are the runtime's own). */
public enum TrapKind {
  /** An {@code unreachable} was reached: in C, a trap or undefined behaviour. */
  UNREACHABLE,

  /** Access outside of the memory or of a data segment. */
  OUT_OF_BOUNDS_MEMORY,

  /** Access outside of the table or of an element segment. */
  OUT_OF_BOUNDS_TABLE,

  /** A call through a slot that holds nothing: in C, mostly a null function pointer. */
  UNINITIALIZED_ELEMENT,

  /** A call through a slot whose function has another type. */
  INDIRECT_CALL_TYPE_MISMATCH,

  /** Division of an integer by 0, or its remainder. */
  INTEGER_DIVIDE_BY_ZERO,

  /** A result that the integer type cannot hold: of the least number by -1, or of a conversion. */
  INTEGER_OVERFLOW,

  /** A NaN was made an integer. */
  INVALID_CONVERSION_TO_INTEGER,

  /** A reference is null where there must be something. */
  NULL_REFERENCE,

  /** A reference is to something of another type than it is cast to. */
  CAST_FAILURE,

  /** Access outside of an array that the engine collects. */
  OUT_OF_BOUNDS_ARRAY,

  /** Calls are nested too deep, or the data on the stack of C is too much. */
  STACK_OVERFLOW,

  /** An exception of the guest left its outermost function. */
  UNCAUGHT_EXCEPTION,

  /** A call of a function that nobody defines. */
  UNDEFINED_FUNCTION,

  /** The JVM had no more memory for what the guest did. */
  OUT_OF_MEMORY,

  /** Whoever runs the program has stopped it. */
  STOPPED,

  /** A call took longer than the program may. */
  TIMEOUT,

  /** Any other reason; the message tells it. */
  OTHER;

  /** In words: {@code out of bounds memory}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
