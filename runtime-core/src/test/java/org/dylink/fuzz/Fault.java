package org.dylink.fuzz;

/** What an engine is known to do wrong ({@link EnginePair} tells of which), and what is done. */
enum Fault {
  /** A reference to an exception means the last one with its tag. No case keeps references. */
  REFERENCES_BY_TAG,

  /**
   * A tail call of the function that makes it breaks off, where that has locals. No case asks for
   * one.
   */
  TAIL_CALLS_OF_ITSELF,

  /**
   * Address and offset of i32.store8, i64.store8 and i64.store32 are added modulo 2^32. The engine
   * gets a load from the same address before each.
   */
  STORES_WRAP_AROUND,

  /**
   * A branch to a {@code block} or {@code if} that has parameters leaves operands on the stack that
   * it should drop: as many as there are parameters. The engine gets a block without parameters,
   * and finds them in locals.
   */
  PARAMETERS_OF_BLOCKS,

  /**
   * Where a block's type is a type index of 64, or the code of a value type (105, 111, 112, 123 to
   * 127), it is taken for no result or for that value type: two bytes are read as one. The engine
   * gets modules whose first 128 types nobody uses.
   */
  TYPE_INDEXES_OF_BLOCKS,

  /** {@code table.fill} takes its numbers for signed ones. No case has such above 2^30. */
  SIGNED_FILLS,

  /** {@code f32.convert_i64_u} rounds up from 2^63. No case has numbers as large. */
  CONVERSIONS_ROUND_UP,

  /** Exceptions go wrong in functions that are too large for a JVM method. No case has them. */
  EXCEPTIONS_IN_LARGE_FUNCTIONS
}
