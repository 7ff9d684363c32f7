package com.acme.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.dylink.binding.plain.WasmBinder;
import org.dylink.linker.embed.Dylink;
import org.junit.jupiter.api.Test;

/** The library, without a framework: a linker over its folder, and over the libc of the build path, is enough. */
final class WordsTest {
  @Test
  void countsWordsInC() throws Exception {
    try (Dylink dylink =
        Dylink.builder()
            .folder(Path.of("lib"))
            .classPath(getClass().getClassLoader(), "lib")
            .build()) {
      Words words = WasmBinder.bind(Words.class, dylink);
      assertEquals(4, words.count("to be or not"));
      assertEquals(0, words.count(" "));
      assertEquals(4, words.seen());
    }
  }
}
