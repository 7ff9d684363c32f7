package org.dylink.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of docs/java.md. */
class JavaPageTest {
  private static final List<String> MODULES =
      List.of("runtime-core", "linker-service", "wasi-bundle", "java-binding");
  private static final PageCode PAGE = new PageCode("docs/java.md");

  @TempDir Path folder;

  @Test
  void codeIsThatOfATest() throws IOException {
    PAGE.assertPiecesAreTested();
  }

  @Test
  void theProgramRunsInPlainJava() throws Exception {
    assertEquals(1, PAGE.programs().size());
    String output =
        PageCode.run(
            PAGE.programs().get(0),
            folder,
            MODULES,
            PageCode.EXAMPLES.resolve("zlib/src/main/resources/lib").toString(),
            PageCode.EXAMPLES.resolve("libc/src/main/resources/lib").toString());
    assertEquals("1.2.13: 1200 to 31, 0\n", output);
  }
}
