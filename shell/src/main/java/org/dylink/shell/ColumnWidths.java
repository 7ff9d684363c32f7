package org.dylink.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How wide the columns of a table are, and how text is broken that is wider. */
final class ColumnWidths {
  /**
   * What a column has in it.
   *
   * @param heading above it, between whose words a line may end; empty if there is none
   * @param longest the length of its longest text
   * @param breakable whether a text may go on in the line below; a number may not
   */
  record Column(String heading, int longest, boolean breakable) {
    private int longestWord() {
      return Stream.of(heading.split(" ", -1)).mapToInt(String::length).max().orElse(0);
    }

    private int width(int limit, boolean wholeHeading) {
      int least = wholeHeading ? heading.length() : longestWord();
      return Math.max(least, breakable ? Math.min(longest, limit) : longest);
    }
  }

  // Below that a name is a column of syllables.
  private static final int NARROWEST = 12;

  // Where a name or a filter may go on in the next line.
  private static final String BREAKS = "-./,;:=)_";

  private final int[] widths;
  private final boolean fits;

  private ColumnWidths(int[] widths, boolean fits) {
    this.widths = widths;
    this.fits = fits;
  }

  /**
   * Widths with which a line fits, if there are any. The widest columns give first, all of them to
   * the same width; where that does not help, headings take a line a word.
   *
   * @param gap what stands between two columns
   * @param most how long a line may be
   */
  static ColumnWidths of(List<Column> columns, int gap, int most) {
    int room = most - gap * Math.max(0, columns.size() - 1);
    return limited(columns, room, true)
        .or(() -> limited(columns, room, false))
        .map(widths -> new ColumnWidths(widths, true))
        .orElseGet(() -> new ColumnWidths(widths(columns, NARROWEST, false), false));
  }

  private static Optional<int[]> limited(List<Column> columns, int room, boolean wholeHeadings) {
    int longest = columns.stream().mapToInt(Column::longest).max().orElse(0);
    for (int limit = longest; limit >= Math.min(longest, NARROWEST); limit--) {
      int[] widths = widths(columns, limit, wholeHeadings);
      if (IntStream.of(widths).sum() <= room) {
        return Optional.of(widths);
      }
    }
    return Optional.empty();
  }

  private static int[] widths(List<Column> columns, int limit, boolean wholeHeadings) {
    return columns.stream().mapToInt(column -> column.width(limit, wholeHeadings)).toArray();
  }

  /** Whether a line fits the screen. */
  boolean fit() {
    return fits;
  }

  int of(int column) {
    return widths[column];
  }

  /** A text in pieces, each of which fits its column; an indented one stays so. */
  List<String> broken(int column, String text) {
    int width = widths[column];
    List<String> lines = new ArrayList<>();
    String left = text;
    String indent = " ".repeat(Math.min(width / 2, text.length() - text.stripLeading().length()));
    while (left.length() > width) {
      int end = end(left, indent.length() + 1, width);
      lines.add(left.substring(0, end).stripTrailing());
      left = indent + left.substring(end).stripLeading();
    }
    lines.add(left);
    return lines;
  }

  /** Behind the last place at which a text may be broken, or in the middle of a long word. */
  private static int end(String text, int first, int width) {
    int blank = text.lastIndexOf(' ', width);
    if (blank > Math.max(first, width / 3)) {
      return blank;
    }
    for (int at = width; at > first; at--) {
      if (BREAKS.indexOf(text.charAt(at - 1)) >= 0) {
        return at;
      }
    }
    boolean paired = Character.isHighSurrogate(text.charAt(width - 1)) && width - 1 > first;
    return paired ? width - 1 : width;
  }
}
