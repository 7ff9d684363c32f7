package org.dylink.webconsole;

import org.dylink.format.PrintableText;

/** Collects HTML. What comes from outside goes in as text, and is escaped. Used by one thread. */
final class Html {
  private final StringBuilder html = new StringBuilder();

  /** Adds what is HTML already: a literal, or a picture. */
  Html raw(String markup) {
    html.append(markup);
    return this;
  }

  /** Adds text. */
  Html text(Object text) {
    html.append(PrintableText.inMarkup(String.valueOf(text)));
    return this;
  }

  /** Adds a line of headings to a table. */
  Html headings(String... headings) {
    raw("<thead><tr>");
    for (String heading : headings) {
      raw("<th scope=\"col\">").text(heading).raw("</th>");
    }
    return raw("</tr></thead>\n");
  }

  /** Adds a cell of a table. */
  Html cell(Object text) {
    return raw("<td>").text(text).raw("</td>");
  }

  /**
   * Adds a picture at its own size, which may be wider than the page; keys move it then.
   *
   * @param about what is on it, for who hears the page
   * @param svg the picture
   */
  Html picture(String about, String svg) {
    raw("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"").text(about);
    return raw("\">\n").raw(svg).raw("</div>\n");
  }

  /**
   * Adds a button that asks the page for something.
   *
   * @param token what this page alone knows
   * @param about what it is of, for who hears the page
   */
  Html button(String token, String action, String id, String label, String about) {
    raw("<form method=\"post\"><input type=\"hidden\" name=\"token\" value=\"").text(token);
    raw("\"><input type=\"hidden\" name=\"id\" value=\"").text(id);
    raw("\"><button name=\"action\" value=\"").text(action);
    raw("\" aria-label=\"").text(label + " " + about).raw("\">").text(label);
    return raw("</button></form>");
  }

  @Override
  public String toString() {
    return html.toString();
  }
}
