package org.dylink.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The word that a mistyped one may have been meant to be, as messages tell it. */
public final class Suggestion {
  private static final int MOST_SLIPS = 2;

  // Of -x nobody knows whether -a was meant.
  private static final int SHORTEST = 2;

  // In a folder of a million files nobody waits for a guess.
  private static final int MOST_FILES = 10_000;

  private Suggestion() {}

  /**
   * What to put behind a message: {@code ; did you mean --timeout?}, or nothing.
   *
   * @param word what was typed
   * @param known what could have been
   */
  public static String of(String word, Stream<String> known) {
    return known
        .filter(each -> Math.abs(each.length() - word.length()) <= MOST_SLIPS)
        .filter(each -> slips(word, each) <= most(word, each))
        .filter(each -> each.length() > SHORTEST && !each.equals(word))
        .min(Comparator.comparingInt(each -> slips(word, each)))
        .map(each -> "; did you mean " + PrintableText.of(each) + "?")
        .orElse("");
  }

  /**
   * The same for a file that is not there, among those that lie where it was looked for.
   *
   * @param missing the file; of a folder that is not there either, nothing is suggested
   */
  public static String ofFile(Path missing) {
    Path folder = missing.toAbsolutePath().getParent();
    Path name = missing.getFileName();
    if (folder == null || name == null) {
      return "";
    }
    try (Stream<Path> files = Files.list(folder)) {
      return of(
          name.toString(), files.limit(MOST_FILES).map(file -> file.getFileName().toString()));
    } catch (IOException | UncheckedIOException e) {
      return ""; // the message stands without it
    }
  }

  /** In a short word a slip is a large part of it. */
  private static int most(String word, String meant) {
    return Math.min(MOST_SLIPS, Math.min(letters(word), letters(meant)) / 2);
  }

  // The dashes of an option are right in any case.
  private static int letters(String word) {
    return (int) word.chars().dropWhile(c -> c == '-').count();
  }

  /**
   * How many characters are missing, too many, wrong, or in the wrong order with the next one
   * (Levenshtein's distance, with neighbours that may change places once).
   */
  private static int slips(String word, String meant) {
    int[][] slips = new int[word.length() + 1][meant.length() + 1];
    for (int row = 0; row <= word.length(); row++) {
      for (int column = 0; column <= meant.length(); column++) {
        slips[row][column] =
            Math.min(row, column) == 0
                ? Math.max(row, column)
                : least(slips, row, column, word, meant);
      }
    }
    return slips[word.length()][meant.length()];
  }

  private static int least(int[][] slips, int row, int column, String word, String meant) {
    char typed = word.charAt(row - 1);
    char right = meant.charAt(column - 1);
    int wrong = slips[row - 1][column - 1] + (typed == right ? 0 : 1);
    int least = Math.min(wrong, 1 + Math.min(slips[row - 1][column], slips[row][column - 1]));
    boolean swapped =
        row > 1 && column > 1 && typed == meant.charAt(column - 2) && right == word.charAt(row - 2);
    return swapped ? Math.min(least, 1 + slips[row - 2][column - 2]) : least;
  }
}
