package org.dylink.bindgen.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Makes a documentation comment of Java of what a header says. */
final class Comments {
  private static final Pattern OPENING = Pattern.compile("^/\\*[*!]*<?");
  private static final Pattern CLOSING = Pattern.compile("\\**\\*/$");
  private static final Pattern LEADER = Pattern.compile("^\\s*(?:\\*+(?!/)|//[/!]?<?)?\\s?");
  private static final Pattern RULE = Pattern.compile("[-=*#/]{3,}");

  private Comments() {}

  /**
   * What a documentation comment has.
   *
   * @param comment of C, perhaps several line comments; empty for none
   * @param last a paragraph of HTML behind it; empty for none
   * @param tags lines of block tags, in HTML
   */
  record Text(String comment, String last, List<String> tags) {
    /** That of a method: {@code @param} and {@code @return} are taken from the comment. */
    static Text of(String comment, String last, List<String> parameters, boolean returns) {
      CommentTags tags = new CommentTags(parameters, returns);
      String rest = tags.takeFrom(lines(comment));
      return new Text(rest, last, tags.lines());
    }
  }

  /** The lines of a comment, without the signs that make it one. */
  static List<String> lines(String comment) {
    String open = OPENING.matcher(comment.strip()).replaceFirst("");
    List<String> lines = new ArrayList<>();
    for (String line : CLOSING.matcher(open).replaceFirst("").split("\n", -1)) {
      String text = LEADER.matcher(line).replaceFirst("").strip();
      boolean isFirst = lines.isEmpty() || lines.get(lines.size() - 1).isEmpty();
      if (!RULE.matcher(text).matches() && !(text.isEmpty() && isFirst)) {
        lines.add(text);
      }
    }
    return lines;
  }

  /**
   * A whole documentation comment.
   *
   * @return lines, each with its end; none if there is nothing to say
   */
  static String of(Text text, String indent) {
    List<String> lines = paragraphs(lines(text.comment()));
    if (!text.last().isEmpty()) {
      boolean isAlone = lines.isEmpty();
      lines.addAll(isAlone ? List.of(text.last()) : List.of("", "<p>" + text.last()));
    }
    if (!text.tags().isEmpty()) {
      lines.add("");
      lines.addAll(text.tags());
    }
    if (lines.size() == 1 && indent.length() + lines.get(0).length() < 90) {
      return indent + "/** " + lines.get(0) + " */\n";
    }
    StringBuilder written = new StringBuilder(indent + "/**\n");
    lines.forEach(line -> written.append((indent + " * " + line).stripTrailing()).append('\n'));
    return lines.isEmpty() ? "" : written.append(indent).append(" */\n").toString();
  }

  private static List<String> paragraphs(List<String> body) {
    List<String> lines = new ArrayList<>();
    boolean begins = false;
    for (String line : body) {
      if (line.isEmpty()) {
        begins = !lines.isEmpty();
      } else if (begins) {
        lines.addAll(List.of("", "<p>" + escape(line)));
        begins = false;
      } else {
        lines.add(escape(line));
      }
    }
    return lines;
  }

  /** Text that is nothing else in HTML, in a documentation comment and in Java. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("@", "&#64;")
        .replace("\\", "&#92;")
        .replace("*/", "*&#47;")
        .replace("\r", "");
  }
}
