package org.dylink.engine.jvm.code;

/**
 * One clause of a {@code try_table}.
 *
 * @param tag the tag that is caught, or -1 for all
 * @param givesReference whether the exception's reference follows its values
 * @param label how many labels out the branch goes
 */
public record CatchClause(int tag, boolean givesReference, int label) {
  /** Whether every exception is caught. */
  public boolean catchesAll() {
    return tag < 0;
  }
}
