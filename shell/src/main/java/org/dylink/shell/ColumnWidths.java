package org.dylink.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** How wide the columns of a table are, and how text is broken that is wider. */
final class ColumnWidths {
  /**
   * What a column has in it.
   *
   * @param least what it must have: the length of its heading
   * @param longest the length of its longest text
   * @param breakable whether a text may go on in the line below; a number may not
   */
  record Column(int least, int longest, boolean breakable) {}

  // Below that a name is a column of syllables: the line gets too long instead.
  private static final int NARROWEST = 12;

  // Where a name or a filter may go on in the next line.
  private static final String BREAKS = "-./,;:=)_";

  private final int[] widths;

  private ColumnWidths(int... widths) {
    this.widths = widths;
  }

  /**
   * Widths with which a line fits. The widest columns give first, all of them to the same width;
   * where not even that helps, lines are longer.
   *
   * @param gap what stands between two columns
   * @param most how long a line may be
   */
  static ColumnWidths of(List<Column> columns, int gap, int most) {
    int gaps = gap * Math.max(0, columns.size() - 1);
    int limit = columns.stream().mapToInt(Column::longest).max().orElse(0);
    int[] widths = limited(columns, limit);
    while (IntStream.of(widths).sum() + gaps > most && limit > NARROWEST) {
      limit--;
      widths = limited(columns, limit);
    }
    return new ColumnWidths(widths);
  }

  private static int[] limited(List<Column> columns, int limit) {
    return columns.stream()
        .mapToInt(
            column ->
                column.breakable()
                    ? Math.max(column.least(), Math.min(column.longest(), limit))
                    : column.longest())
        .toArray();
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
