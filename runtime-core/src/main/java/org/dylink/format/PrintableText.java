package org.dylink.format;

/**
 * Text of a file or of a guest, as messages, tables and logs may have it. What a terminal would
 * obey, or what would end a line or turn its direction, is written as an escape; what is too long
 * for a person is cut. Text that is printable already stays as it is.
 */
public final class PrintableText {
  private static final int MOST = 4_096;
  private static final int SHOWN = 1_000;

  private PrintableText() {}

  /** The text on one line; null stays null. */
  public static String of(String text) {
    if (text == null || isPrintable(text)) {
      return text;
    }
    return escaped(text.length() > MOST ? cut(text) : text);
  }

  /** The same of each line. */
  public static String ofLines(String text) {
    if (text == null || (text.length() <= MOST && isPrintable(text.replace('\n', ' ')))) {
      return text;
    }
    StringBuilder lines = new StringBuilder();
    String separator = "";
    for (String line : text.split("\n", -1)) {
      lines.append(separator).append(of(line));
      separator = "\n";
    }
    return lines.toString();
  }

  /** The text on one line as XML and HTML have it, in an attribute too. */
  public static String inMarkup(String text) {
    return of(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static boolean isPrintable(String text) {
    if (text.length() > MOST) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (isDangerous(text, i)) {
        return false;
      }
    }
    return true;
  }

  private static String cut(String text) {
    String left = "... (" + text.length() + " characters) ...";
    return text.substring(0, SHOWN) + left + text.substring(text.length() - SHOWN);
  }

  private static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isDangerous(text, i)) {
        safe.append(String.format("\\u%04x", (int) c));
      } else {
        safe.append(c);
      }
    }
    return safe.toString();
  }

  // Controls; what is not seen or turns the text (format characters); half of a pair.
  private static boolean isDangerous(String text, int at) {
    char c = text.charAt(at);
    if (c < 0x7f) {
      return c < ' ';
    }
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || (Character.isSurrogate(c) && !isPaired(text, at));
  }

  private static boolean isPaired(String text, int at) {
    char c = text.charAt(at);
    return Character.isHighSurrogate(c)
        ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
        : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
  }
}
