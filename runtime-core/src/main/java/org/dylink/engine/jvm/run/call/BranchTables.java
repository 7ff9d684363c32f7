package org.dylink.engine.jvm.run.call;

/** Where the entries of a long {@code br_table} lead to. */
public final class BranchTables {
  private BranchTables() {}

  /**
   * The number of an entry's target.
   *
   * @param otherwise the number for an index that is not among these entries
   * @param index unsigned
   * @param numbers a character for each of some entries
   * @param first the index of the first of them
   */
  public static int number(int otherwise, int index, String numbers, int first) {
    int at = index - first;
    return at >= 0 && at < numbers.length() ? numbers.charAt(at) : otherwise;
  }
}
