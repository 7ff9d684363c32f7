package org.acme;

import org.dylink.binding.WasmLibrary;

@WasmLibrary("libwords.so")
public interface Words {
  int count_words(String text);
}
