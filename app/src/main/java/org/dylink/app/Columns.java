package org.dylink.app;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dylink.format.PrintableText;

/** Rows of printable text in aligned columns, two blanks apart. For one thread. */
public final class Columns {
  private static final String GAP = "  ";

  private final List<String[]> rows = new ArrayList<>();

  /** Columns without a row. */
  public Columns() {}

  /** Adds a row, which has as many cells as the first one. */
  public void row(String... cells) {
    rows.add(Stream.of(cells).map(PrintableText::of).toArray(String[]::new));
  }

  /** A line a row, without blanks at their ends; ends with a newline. */
  @Override
  public String toString() {
    int[] widths = widths();
    StringBuilder text = new StringBuilder();
    for (String[] row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.length; column++) {
        line.append(row[column]).append(" ".repeat(widths[column] - row[column].length()));
        line.append(GAP);
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private int[] widths() {
    int[] widths = new int[rows.isEmpty() ? 0 : rows.get(0).length];
    for (String[] row : rows) {
      for (int column = 0; column < row.length; column++) {
        widths[column] = Math.max(widths[column], row[column].length());
      }
    }
    return widths;
  }
}
