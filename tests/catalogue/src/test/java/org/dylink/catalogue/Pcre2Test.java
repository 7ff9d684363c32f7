package org.dylink.catalogue;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import org.dylink.binding.Pointer;
import org.dylink.binding.plain.WasmBinder;
import org.dylink.example.pcre2.Pcre2;
import org.dylink.linker.embed.Dylink;
import org.junit.jupiter.api.Test;

/** What libpcre2-8.so does, by the interface of its header, without a framework. */
class Pcre2Test {
  private final int[] error = {0};
  private final int[] place = {0};

  @Test
  void findsGroupsOfUnicodeText() throws Exception {
    byte[] subject = bytes("die größten Ἀθῆναι");
    try (Dylink linker = Libraries.open();
        Pcre2 pcre = WasmBinder.bind(Pcre2.class, linker)) {
      Pointer code = compile(pcre, "(?<latin>\\p{Latin}+)\\s(\\p{Greek}+)", Pcre2.PCRE2_UTF);
      Pointer match = pcre.pcre2_match_data_create_from_pattern_8(code, null);

      assertEquals(3, pcre.pcre2_match_8(code, subject, subject.length, 0, 0, match, null));
      // Places are bytes: ö and ß have two each, Greek letters two, those with breathings three.
      Pointer places = pcre.pcre2_get_ovector_pointer_8(match);
      int[] found = new int[6];
      for (int i = 0; i < found.length; i++) {
        found[i] = places.readInt(4L * i);
      }
      assertArrayEquals(new int[] {4, subject.length, 4, 13, 14, subject.length}, found);
      assertEquals(
          Pcre2.PCRE2_ERROR_NOMATCH, pcre.pcre2_match_8(code, bytes("x"), 1, 0, 0, match, null));
      pcre.pcre2_match_data_free_8(match);
      pcre.pcre2_code_free_8(code);
    }
  }

  @Test
  void replaces() throws Exception {
    byte[] out = new byte[64];
    int[] length = {out.length};
    byte[] subject = bytes("2026-11-30");
    byte[] to = bytes("$3.$2.$1");
    try (Dylink linker = Libraries.open();
        Pcre2 pcre = WasmBinder.bind(Pcre2.class, linker)) {
      Pointer code = compile(pcre, "(\\d+)-(\\d+)-(\\d+)", 0);

      assertEquals(
          1,
          pcre.pcre2_substitute_8(
              code, subject, subject.length, 0, 0, null, null, to, to.length, out, length));
      assertEquals("30.11.2026", new String(out, 0, length[0], StandardCharsets.UTF_8));
    }
  }

  @Test
  void tellsWhatIsWrongAndWhere() throws Exception {
    byte[] text = new byte[100];
    try (Dylink linker = Libraries.open();
        Pcre2 pcre = WasmBinder.bind(Pcre2.class, linker)) {
      assertNull(compile(pcre, "a(b", 0));
      assertEquals(3, place[0]);
      int length = pcre.pcre2_get_error_message_8(error[0], text, text.length);
      assertEquals(
          "missing closing parenthesis", new String(text, 0, length, StandardCharsets.US_ASCII));
    }
  }

  private Pointer compile(Pcre2 pcre, String pattern, int options) {
    byte[] bytes = bytes(pattern);
    return pcre.pcre2_compile_8(bytes, bytes.length, options, error, place, null);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
