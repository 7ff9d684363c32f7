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
    return Math.min(MOST_SLIPS, Math.min(word.length(), meant.length()) / 2);
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
