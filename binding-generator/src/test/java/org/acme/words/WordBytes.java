package org.acme.words;

import org.dylink.binding.OrNull;
import org.dylink.binding.Pointer;
import org.dylink.binding.SymbolName;
import org.dylink.binding.WasmLibrary;

/** The second interface of docs/guide-header.md. */
@WasmLibrary("libwords.so")
public interface WordBytes extends Words {
  @SymbolName("words_most")
  Word mostIn(@OrNull Pointer text);
}
