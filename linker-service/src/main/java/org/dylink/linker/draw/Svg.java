package org.dylink.linker.draw;

import java.util.Locale;
import org.dylink.format.PrintableText;

/** Collects an SVG picture. Used by one thread. */
final class Svg {
  // Where no arrow is, it has none of this: of two of one name in a page, the first would count.
  private static final String ARROW_HEAD =
      "<defs><marker id=\"arrow\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\""
          + " markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\">"
          + "<path d=\"M0 0L8 4L0 8z\" fill=\"#777\"/></marker></defs>\n";

  private final StringBuilder body = new StringBuilder();
  private String head = "";

  /** A box with a text that shows while the mouse is over it. */
  void box(double x, double y, double width, double height, String fill, String title) {
    body.append(
        format(
            "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\""
                + " stroke=\"#444\" stroke-width=\"0.5\"><title>%s</title></rect>%n",
            x, y, width, height, fill, PrintableText.inMarkup(title)));
  }

  void line(double x1, double y1, double x2, double y2, String colour) {
    body.append(
        format(
            "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>%n",
            x1, y1, x2, y2, colour));
  }

  /** An arrow that leaves and arrives horizontally. */
  void arrow(double x1, double y1, double x2, double y2) {
    head = ARROW_HEAD;
    curve(x1, y1, x2, y2, " marker-end=\"url(#arrow)\"");
  }

  /** The same without a head. */
  void curve(double x1, double y1, double x2, double y2) {
    curve(x1, y1, x2, y2, "");
  }

  private void curve(double x1, double y1, double x2, double y2, String end) {
    double bend = Math.max(30, Math.abs(x2 - x1) / 2);
    body.append(
        format(
            "<path d=\"M%.1f %.1fC%.1f %.1f %.1f %.1f %.1f %.1f\" fill=\"none\" stroke=\"#777\"%s/>%n",
            x1, y1, x1 + bend, y1, x2 - bend, y2, x2, y2, end));
  }

  void text(double x, double y, String text) {
    body.append(
        format("<text x=\"%.1f\" y=\"%.1f\">%s</text>%n", x, y, PrintableText.inMarkup(text)));
  }

  /**
   * The whole picture.
   *
   * @param title what it is a picture of, for who does not see it
   */
  String picture(double width, double height, String title) {
    return format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"%.0f\" height=\"%.0f\""
            // Letters are black also where all around is dark.
            + " style=\"background:#fff\""
            + " viewBox=\"0 0 %.0f %.0f\" font-family=\"sans-serif\" font-size=\"11\">%n"
            + "<title>%s</title>%n"
            + "%s%s</svg>%n",
        width, height, width, height, PrintableText.inMarkup(title), head, body);
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values).replace(System.lineSeparator(), "\n");
  }
}
