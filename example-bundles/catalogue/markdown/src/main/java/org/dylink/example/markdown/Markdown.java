package org.dylink.example.markdown;

import org.dylink.binding.Binding;
import org.dylink.binding.OrNull;
import org.dylink.binding.Pointer;
import org.dylink.binding.Unsigned;
import org.dylink.binding.WasmLibrary;

/** The functions of {@code markdown.h}: 3 of 3. Written by {@code dylink bindings}. */
@WasmLibrary("libmarkdown.so")
public interface Markdown extends AutoCloseable {
  int MARKDOWN_TABLES = 2;
  int MARKDOWN_FOOTNOTES = 4;
  int MARKDOWN_STRIKETHROUGH = 8;
  int MARKDOWN_TASKLISTS = 16;

  /**
   * A text in CommonMark as HTML, which the caller frees with markdown_free; bytes that are no
   * UTF-8 are replaced.
   *
   * <p>{@code char *markdown_html(const char *text, unsigned int options)}.
   */
  Pointer markdown_html(@OrNull String text, @Unsigned int options);

  /**
   * How many headings a text has.
   *
   * <p>{@code unsigned int markdown_headings(const char *text)}.
   */
  @Unsigned
  int markdown_headings(@OrNull String text);

  /** {@code void markdown_free(void *html)}. */
  void markdown_free(@OrNull Pointer html);

  /** The program that the library runs in: its memory, its function pointers. */
  Binding binding();

  @Override
  void close();
}
