package com.acme.words;

import org.dylink.binding.SymbolName;
import org.dylink.binding.WasmLibrary;

/** The functions of {@code c/words.c}. */
@WasmLibrary("libwords.so")
public interface Words {
  /** How many words there are in a text. */
  @SymbolName("count_words")
  int count(String text);

  /** How many there were in all texts. */
  @SymbolName("words_seen")
  int seen();
}
