package org.dylink.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {
  private static String of(String word) {
    return Suggestion.of(word, Stream.of("libz.so", "libpng.so", "run", "-e", "--env"));
  }

  @ParameterizedTest
  @CsvSource({
    "libx.so, libz.so",
    "libpgn.so, libpng.so",
    "rn, run",
    "rnu, run",
    "--evn, --env",
    "--envx, --env",
  })
  void namesTheNearestOfTheWordsThatAreNear(String word, String meant) {
    assertEquals("; did you mean " + meant + "?", of(word));
  }

  @ParameterizedTest
  @CsvSource({"sqlite.so", "nur", "--no", "-x", "x", "--environment", "runaway"})
  void saysNothingOfWordsThatAreFar(String word) {
    assertEquals("", of(word));
  }

  @Test
  void theWordItselfIsNoSuggestion() {
    assertEquals("", Suggestion.of("libz.so", Stream.of("libz.so")));
  }

  @Test
  void aNameCannotDriveTheTerminal() {
    assertEquals(
        "; did you mean lib\\u001b.so?", Suggestion.of("lib.so", Stream.of("lib\u001b.so")));
  }

  @Test
  void aFileIsSoughtWhereItShouldBe(@TempDir Path folder) throws IOException {
    Files.createFile(folder.resolve("hello.wasm"));
    assertEquals("; did you mean hello.wasm?", Suggestion.ofFile(folder.resolve("hello.wsm")));
    assertEquals("", Suggestion.ofFile(folder.resolve("other.wsm")));
    assertEquals("", Suggestion.ofFile(folder.resolve("gone/hello.wsm")));
    assertEquals("", Suggestion.ofFile(folder.resolve("hello.wasm/hello.wsm")));
    assertEquals("", Suggestion.ofFile(Path.of("/")));
  }
}
