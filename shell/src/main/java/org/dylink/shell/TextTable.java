package org.dylink.shell;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dylink.format.PrintableText;

/** Text in aligned columns, two blanks apart; numbers are flush right. */
final class TextTable {
  private static final String GAP = "  ";

  private final List<String> headings;
  private final List<List<Object>> rows = new ArrayList<>();

  /**
   * @param headings one for each column; none for a table without a line of headings
   */
  TextTable(String... headings) {
    this.headings = List.of(headings);
  }

  /** Adds a row, which has as many cells as the first one. */
  TextTable row(Object... cells) {
    rows.add(Stream.of(cells).map(TextTable::printable).toList());
    return this;
  }

  private static Object printable(Object cell) {
    return cell instanceof Number ? cell : PrintableText.of(cell.toString());
  }

  /** The lines, without blanks or a newline at the end. */
  @Override
  public String toString() {
    List<Integer> widths = IntStream.range(0, columns()).mapToObj(this::width).toList();
    Stream<List<?>> heading = headings.isEmpty() ? Stream.of() : Stream.of(headings);
    return Stream.concat(heading, rows.stream())
        .map(cells -> line(cells, widths))
        .collect(joining("\n"));
  }

  private int columns() {
    return rows.isEmpty() ? headings.size() : rows.get(0).size();
  }

  private int width(int column) {
    Stream<?> cells = rows.stream().map(row -> row.get(column));
    Stream<?> heading = headings.stream().skip(column).limit(1);
    return Stream.concat(heading, cells).mapToInt(c -> c.toString().length()).max().orElse(0);
  }

  private String line(List<?> cells, List<Integer> widths) {
    return IntStream.range(0, cells.size())
        .mapToObj(column -> padded(cells.get(column), widths.get(column), isNumeric(column)))
        .collect(joining(GAP))
        .stripTrailing();
  }

  private boolean isNumeric(int column) {
    return rows.stream().anyMatch(row -> row.get(column) instanceof Number);
  }

  private static String padded(Object cell, int width, boolean right) {
    String text = cell.toString();
    String blanks = " ".repeat(width - text.length());
    return right ? blanks + text : text + blanks;
  }
}
