package ${package};

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.dylink.binding.plain.WasmBinder;
import org.dylink.linker.embed.Dylink;
import org.junit.jupiter.api.Test;

/** The library, without a framework: a linker over the class path is enough. */
final class WordsTest {
  @Test
  void countsWordsInC() throws Exception {
    try (Dylink dylink = Dylink.builder().classPath(getClass().getClassLoader(), "lib").build();
        Words words = WasmBinder.bind(Words.class, dylink)) {
      assertEquals(4, words.count("to be or not"));
      assertEquals(0, words.count(" "));
      assertEquals(4, words.seen());
    }
  }
}
