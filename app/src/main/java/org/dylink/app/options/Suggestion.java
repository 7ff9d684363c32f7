package org.dylink.app.options;

import java.util.Comparator;
import java.util.stream.Stream;

/** The word that a mistyped one may have been meant to be. */
final class Suggestion {
  private static final int MOST_SLIPS = 2;

  private Suggestion() {}

  /** What to put behind a message: {@code ; did you mean --timeout?}, or nothing. */
  static String of(String word, Stream<String> known) {
    return known
        .filter(each -> slips(word, each) <= Math.min(MOST_SLIPS, each.length() / 2))
        .min(Comparator.comparingInt(each -> slips(word, each)))
        .map(each -> "; did you mean " + each + "?")
        .orElse("");
  }

  /** How many characters are missing, too many or wrong (Levenshtein's distance). */
  private static int slips(String word, String meant) {
    int[] above = new int[meant.length() + 1];
    for (int column = 0; column <= meant.length(); column++) {
      above[column] = column;
    }
    for (int row = 1; row <= word.length(); row++) {
      above = nextRow(above, row, word.charAt(row - 1), meant);
    }
    return above[meant.length()];
  }

  private static int[] nextRow(int[] above, int row, char typed, String meant) {
    int[] slips = new int[above.length];
    slips[0] = row;
    for (int column = 1; column < slips.length; column++) {
      int wrong = above[column - 1] + (typed == meant.charAt(column - 1) ? 0 : 1);
      slips[column] = Math.min(wrong, 1 + Math.min(above[column], slips[column - 1]));
    }
    return slips;
  }
}
