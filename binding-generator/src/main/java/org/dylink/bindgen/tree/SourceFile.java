package org.dylink.bindgen.tree;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a header: where its comments stand. Clang attaches a comment to what follows it
 * alone, and many a header has it behind.
 */
public final class SourceFile {
  private static final Pattern INCLUDE =
      Pattern.compile("(?m)^[ \t]*#[ \t]*include[ \t]*\"([^\"\n]+)\"");
  // Comments, and what looks like one and is none.
  private static final Pattern COMMENT =
      Pattern.compile(
          "/\\*.*?\\*/|(?m://[^\n]*(?:\n[ \t]*//[^\n]*)*)|\"(?:\\\\.|[^\"\\\\\n])*\""
              + "|'(?:\\\\.|[^'\\\\\n])*'",
          Pattern.DOTALL);

  private record Span(int begin, int end) {}

  private final String text; // a character a byte, as clang counts bytes
  private final List<Span> comments = new ArrayList<>();

  /**
   * @param bytes the file's
   */
  public SourceFile(byte[] bytes) {
    this.text = new String(bytes, StandardCharsets.ISO_8859_1);
    Matcher matcher = COMMENT.matcher(text);
    while (matcher.find()) {
      if (text.charAt(matcher.start()) == '/') {
        comments.add(new Span(matcher.start(), matcher.end()));
      }
    }
  }

  /** The names between quotation marks that it includes: parts of the same library. */
  List<String> included() {
    return INCLUDE.matcher(text).results().map(result -> result.group(1)).toList();
  }

  /**
   * The comment of a declaration: the one that ends in the line above it, or else one that follows
   * in the same line or the next one, with an empty line behind it.
   *
   * @param begin of the declaration
   * @param end of its last word
   * @return with the signs that make it a comment; empty if there is none
   */
  String comment(int begin, int end) {
    int next = firstFrom(begin);
    if (next > 0) {
      Span before = comments.get(next - 1);
      if (before.end() <= begin && isGap(before.end(), begin) && isAlone(before.begin())) {
        return text(before);
      }
    }
    int semicolon = text.indexOf(';', end);
    int from = semicolon < 0 ? end : semicolon + 1;
    next = firstFrom(from);
    if (next == comments.size() || !isGap(from, comments.get(next).begin())) {
      return "";
    }
    Span behind = comments.get(next);
    boolean sameLine = text.substring(from, behind.begin()).indexOf('\n') < 0;
    return sameLine || isAtEnd(behind.end()) ? text(behind) : "";
  }

  /** The index of the first comment that begins there or behind it. */
  private int firstFrom(int offset) {
    int low = 0;
    int high = comments.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (comments.get(middle).begin() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Whether there are blanks alone, and no empty line. */
  private boolean isGap(int from, int to) {
    String gap = text.substring(Math.min(from, to), to);
    return gap.isBlank() && gap.indexOf('\n') == gap.lastIndexOf('\n');
  }

  /** Whether nothing stands before it in its line: else it is what that has. */
  private boolean isAlone(int at) {
    int line = text.lastIndexOf('\n', at - 1) + 1;
    return text.substring(line, at).isBlank();
  }

  private boolean isAtEnd(int at) {
    int line = text.indexOf('\n', at);
    int next = line < 0 ? -1 : text.indexOf('\n', line + 1);
    return next < 0 || text.substring(at, next).isBlank();
  }

  private String text(Span span) {
    String bytes = text.substring(span.begin(), span.end());
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
