package org.dylink.bindgen.macro;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What clang is asked to compile. */
class MacroProbeTest {
  private static final Path NATIVE = Path.of("src/test/native");

  static MacroProbe probe(String header) throws Exception {
    try (BufferedReader text = Files.newBufferedReader(NATIVE.resolve(header + ".macros.txt"))) {
      return MacroProbe.of(Macros.read(text, file -> file.contains(header)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"constants", "shapes", "words"})
  void theSourceIsTheOneThatClangWasGiven(String header) throws Exception {
    assertEquals(Files.readString(NATIVE.resolve(header + ".probe.c")), probe(header).source());
  }

  @Test
  void staticVariablesStandBehindTheMacrosThatHideThem() throws Exception {
    String statics =
        "WHOLE UNSIGNED WIDE TRUTH SINGLE REAL MODE TEXT ROOM POINTER NOTHING SIZE HIDDEN ENDLESS"
            + " POINT ADDRESS";
    List<String> names = Stream.of(statics.split(" ")).map(each -> "ST_" + each).toList();

    assertEquals(
        Files.readString(NATIVE.resolve("statics.probe.c")), probe("statics").with(names).source());
  }

  @Test
  void whatTakesOthersAlongIsNotCompiled() throws Exception {
    MacroProbe probe = probe("constants");

    for (String name : new String[] {"X_BEGIN", "X_BEGIN_AGAIN", "X_END", "X_OPEN", "X_PRAGMA"}) {
      assertEquals(
          "a macro that is no constant", probe.refused().get(probe.names().indexOf(name)), name);
    }
  }

  @Test
  void whatWouldTakeAllMemoryIsNotExpanded() throws Exception {
    MacroProbe probe = probe("constants");

    for (String name : new String[] {"D_0", "D_T0"}) {
      assertEquals(
          "a macro of more than 100000 words",
          probe.refused().get(probe.names().indexOf(name)),
          name);
    }
    assertEquals(null, probe.refused().get(probe.names().indexOf("D_4")));
    assertEquals(null, probe.refused().get(probe.names().indexOf("D_T4")));
  }

  @Test
  void messagesOfOtherFilesNameNoMacro() throws Exception {
    MacroProbe probe = probe("words");

    assertEquals(Optional.empty(), probe.without("words.h:1:2: error: no\ndylink-macros:99:1: no"));
    assertEquals(
        "a macro that is no constant",
        probe.without("a\ndylink-macros:1:16: error: no").orElseThrow().refused().get(0));
  }
}
