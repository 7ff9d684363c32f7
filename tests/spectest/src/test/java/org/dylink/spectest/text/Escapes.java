package org.dylink.spectest.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** What strings stand for (WebAssembly Core, Text Format, Strings). */
final class Escapes {
  private static final String LETTERS = "tnr\"'\\";
  private static final String MEANT = "\t\n\r\"'\\";

  private final String text;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int at;

  private Escapes(String text) {
    this.text = text;
  }

  /** The bytes of what stands between quotation marks. */
  static byte[] bytes(String text) {
    Escapes escapes = new Escapes(text);
    while (escapes.at < text.length()) {
      escapes.next();
    }
    return escapes.out.toByteArray();
  }

  private void next() {
    int plain = text.indexOf('\\', at);
    int end = plain < 0 ? text.length() : plain;
    out.writeBytes(text.substring(at, end).getBytes(StandardCharsets.UTF_8));
    at = end;
    if (at < text.length()) {
      escape(text.charAt(at + 1));
    }
  }

  private void escape(char kind) {
    int letter = LETTERS.indexOf(kind);
    if (letter >= 0) {
      out.write(MEANT.charAt(letter));
      at += 2;
    } else if (kind == 'u') {
      int end = text.indexOf('}', at);
      int code = Integer.parseInt(text.substring(at + 3, end).replace("_", ""), 16);
      out.writeBytes(Character.toString(code).getBytes(StandardCharsets.UTF_8));
      at = end + 1;
    } else {
      out.write(Integer.parseInt(text.substring(at + 1, at + 3), 16));
      at += 3;
    }
  }
}
