package org.dylink.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.dylink.binding.Pointer;
import org.dylink.binding.plain.WasmBinder;
import org.dylink.example.markdown.Markdown;
import org.dylink.linker.embed.Dylink;
import org.junit.jupiter.api.Test;

/** What a library in Rust does, over the libc.so of all others; the answers are CommonMark's. */
class MarkdownTest {
  @Test
  void writesHtml() throws Exception {
    try (Dylink linker = Libraries.open();
        Markdown markdown = WasmBinder.bind(Markdown.class, linker)) {
      assertEquals(
          "<h1>Größe</h1>\n<p><em>a</em> &lt; <a href=\"/b\">b</a></p>\n",
          html(markdown, "# Größe\n\n*a* < [b](/b)", 0));
      assertEquals("<p>~~no~~</p>\n", html(markdown, "~~no~~", 0));
      assertEquals(
          "<p><del>yes</del></p>\n", html(markdown, "~~yes~~", Markdown.MARKDOWN_STRIKETHROUGH));
      assertEquals(2, markdown.markdown_headings("# one\n\ntwo\n===\n"));
    }
  }

  @Test
  void memoryOfRustIsGivenBack() throws Exception {
    String text = "# one\n\n" + "- item *of* `many`\n".repeat(200);
    try (Dylink linker = Libraries.open();
        Markdown markdown = WasmBinder.bind(Markdown.class, linker)) {
      parse(markdown, text);
      long before = pages(markdown);
      parse(markdown, text);
      assertEquals(before, pages(markdown));
    }
  }

  /** Ten times. */
  private static void parse(Markdown markdown, String text) {
    for (int i = 0; i < 10; i++) {
      markdown.markdown_free(markdown.markdown_html(text, 0));
    }
  }

  private static String html(Markdown markdown, String text, int options) {
    Pointer html = markdown.markdown_html(text, options);
    String result = html.readString(0);
    markdown.markdown_free(html);
    return result;
  }

  private static long pages(Markdown markdown) {
    return markdown.binding().program().linkMap().memoryPages();
  }
}
