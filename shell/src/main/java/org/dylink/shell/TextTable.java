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
    return cell instanceof Number || cell instanceof Tone.Word
        ? cell
        : PrintableText.of(cell.toString());
  }

  /** The lines as a file has them, without blanks or a newline at the end. */
  @Override
  public String toString() {
    return text(Screen.NONE);
  }

  /**
   * The lines for a screen: what is too long for its column goes on in the line below. Where the
   * columns do not fit even so, each row is a block, a line a column that has something.
   */
  String text(Screen screen) {
    ColumnWidths widths = ColumnWidths.of(columns(), GAP.length(), screen.width());
    if (!widths.fit() && !headings.isEmpty() && !rows.isEmpty()) {
      return rows.stream().map(row -> block(row).text(screen)).collect(joining("\n\n"));
    }
    Stream<String> heading =
        headings.isEmpty() ? Stream.of() : lines(toned(headings), widths, screen);
    return Stream.concat(heading, rows.stream().flatMap(row -> lines(row, widths, screen)))
        .collect(joining("\n"));
  }

  private TextTable block(List<Object> row) {
    TextTable block = new TextTable();
    for (int column = 0; column < row.size(); column++) {
      Object cell = row.get(column);
      if (!cell.toString().isEmpty()) {
        Object text = cell instanceof Number ? cell.toString() : cell;
        block.row(new Tone.Word(headings.get(column), Tone.HEADING), text);
      }
    }
    return block;
  }

  private static List<Tone.Word> toned(List<String> headings) {
    return headings.stream().map(each -> new Tone.Word(each, Tone.HEADING)).toList();
  }

  private List<ColumnWidths.Column> columns() {
    int count = rows.isEmpty() ? headings.size() : rows.get(0).size();
    return IntStream.range(0, count).mapToObj(this::column).toList();
  }

  private ColumnWidths.Column column(int column) {
    String heading = headings.isEmpty() ? "" : headings.get(column);
    int longest =
        rows.stream().mapToInt(row -> row.get(column).toString().length()).max().orElse(0);
    return new ColumnWidths.Column(heading, longest, !isNumeric(column));
  }

  private Stream<String> lines(List<?> cells, ColumnWidths widths, Screen screen) {
    List<List<String>> parts =
        IntStream.range(0, cells.size())
            .mapToObj(column -> widths.broken(column, cells.get(column).toString()))
            .toList();
    int height = parts.stream().mapToInt(List::size).max().orElse(0);
    return IntStream.range(0, height)
        .mapToObj(line -> line(cells, parts, line, widths, screen.coloured()));
  }

  private String line(
      List<?> cells, List<List<String>> parts, int line, ColumnWidths widths, boolean coloured) {
    return IntStream.range(0, cells.size())
        .mapToObj(
            column -> {
              List<String> lines = parts.get(column);
              String text = line < lines.size() ? lines.get(line) : "";
              String padded = padded(text, widths.of(column), isNumeric(column));
              return coloured ? tone(cells.get(column)).colour(padded) : padded;
            })
        .collect(joining(GAP))
        .stripTrailing();
  }

  private static Tone tone(Object cell) {
    return cell instanceof Tone.Word word ? word.tone() : Tone.PLAIN;
  }

  private boolean isNumeric(int column) {
    return rows.stream().anyMatch(row -> row.get(column) instanceof Number);
  }

  private static String padded(String text, int width, boolean right) {
    String blanks = " ".repeat(width - text.length());
    return right ? blanks + text : text + blanks;
  }
}
