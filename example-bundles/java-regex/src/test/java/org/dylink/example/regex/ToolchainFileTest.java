package org.dylink.example.regex;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dylink.linker.Library;
import org.junit.jupiter.api.Test;

class ToolchainFileTest {
  private static final Path FILE = Path.of("src/main/c", Regex.NAME);

  /** With {@code -Ddylink.write} it is written, as it must be when a function was added. */
  @Test
  void theFileThatCIsLinkedWithIsThatOfTheLibrary() throws IOException {
    byte[] symbols = Library.forToolchain(new Regex());
    if (Boolean.getBoolean("dylink.write")) {
      Files.write(FILE, symbols);
    }
    assertArrayEquals(symbols, Files.readAllBytes(FILE));
  }
}
