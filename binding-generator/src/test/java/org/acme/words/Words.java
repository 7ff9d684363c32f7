package org.acme.words;

import org.dylink.binding.Binding;
import org.dylink.binding.Callback;
import org.dylink.binding.InOut;
import org.dylink.binding.Length;
import org.dylink.binding.OrNull;
import org.dylink.binding.Pointer;
import org.dylink.binding.SizedBy;
import org.dylink.binding.Unsigned;
import org.dylink.binding.WasmLibrary;

/** The functions of {@code words.h}: 3 of 3. Written by {@code dylink bindings}. */
@WasmLibrary("libwords.so")
public interface Words extends AutoCloseable {
  int WORDS_AS_THEY_COME = 0;
  int WORDS_BACKWARDS = 1;
  int WORDS_LONGEST = 20;

  /**
   * A word, and how often it stands in a text.
   *
   * <p>{@code struct word}.
   */
  record Word(int count, @Length(20) String text) {}

  /** {@code word_visitor}. */
  @FunctionalInterface
  interface WordVisitor {
    /** What C calls. */
    int call(Pointer arg0, Pointer arg1);
  }

  /**
   * The word that stands most often.
   *
   * <p>{@code struct word words_most(const char *text)}.
   */
  Word words_most(@OrNull String text);

  /**
   * Calls for each word, and tells how often it has called.
   *
   * <p>{@code int words_each(const char *text, enum words_order order, word_visitor visitor, void
   * *user)}.
   */
  int words_each(
      @OrNull String text, int order, @OrNull Callback<WordVisitor> visitor, @OrNull Pointer user);

  /**
   * Writes the text in capitals, at most size bytes of it with the NUL.
   *
   * <p>{@code size_t words_upper(char *out, size_t size, const char *text)}.
   */
  @Unsigned
  int words_upper(@OrNull @InOut @SizedBy(1) byte[] out, @Unsigned int size, @OrNull String text);

  /** The program that the library runs in: its memory, its function pointers. */
  Binding binding();

  @Override
  void close();
}
