package org.dylink.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of docs/embedding.md. */
class EmbeddingPageTest {
  private static final List<String> MODULES =
      List.of("runtime-core", "linker-service", "wasi-bundle");
  private static final PageCode PAGE = new PageCode("docs/embedding.md");

  @TempDir Path folder;

  @Test
  void codeIsThatOfATest() throws IOException {
    PAGE.assertPiecesAreTested();
  }

  @Test
  void programsRunInPlainJava() throws Exception {
    assertEquals(2, PAGE.programs().size());
    String expected = Files.readString(PageCode.EXAMPLES.resolve("expected/hello.txt"));
    for (String program : PAGE.programs()) {
      String output =
          PageCode.run(
              program,
              folder,
              MODULES,
              PageCode.EXAMPLES.resolve("hello/src/main/resources/bin/hello.wasm").toString(),
              PageCode.EXAMPLES.resolve("libc/src/main/resources/lib").toString());
      assertEquals(expected, output + "exit=0\n");
    }
  }
}
