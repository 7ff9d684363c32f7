package org.dylink.bindgen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.acme.words.Report;
import org.acme.words.WordBytes;
import org.dylink.binding.MemoryBlock;
import org.dylink.binding.plain.WasmBinder;
import org.dylink.linker.embed.Dylink;
import org.junit.jupiter.api.Test;

/** The header, the interface and the code of docs/guide-header.md. */
class HeaderPageTest {
  private static final Path PAGE = Path.of("../docs/guide-header.md");
  private static final Path JAVA = Path.of("src/test/java/org/acme/words");
  private static final Path HEADER = RecordedClang.NATIVE.resolve("words.h");

  private static Dylink dylink() throws IOException {
    Path libc = Path.of("../example-bundles/libc/src/main/resources/lib");
    return Dylink.create(RecordedClang.NATIVE, libc);
  }

  @Test
  void theInterfaceIsMadeOfTheHeader() throws Exception {
    BindingsRequest request =
        BindingsRequest.of(HEADER)
            .withLibrary(RecordedClang.NATIVE.resolve("libwords.so"))
            .withNames("org.acme.words", "");
    HeaderBindings bindings = HeaderBindings.of(request, new RecordedClang(RecordedClang.NATIVE));

    String kept = Files.readString(JAVA.resolve("Words.java"));
    assertEquals(BindingsTest.words(kept), BindingsTest.words(bindings.source()));
    assertTrue(
        Files.readString(PAGE)
            .contains(
                "\nWords: %d of %d functions\n"
                    .formatted(bindings.methods(), bindings.functions())));
  }

  @Test
  void theComponentCallsTheLibrary() throws Exception {
    try (WordBytes words = WasmBinder.bind(WordBytes.class, dylink());
        MemoryBlock block = words.binding().allocate(16)) {
      Report report = new Report(words);

      assertEquals("BE 2", report.most("to be or not be"));
      assertEquals(List.of("or", "be", "to"), report.backwards("to be or"));
      block.pointer().writeString(0, "a b b");
      assertEquals("b", words.mostIn(block.pointer()).text());
    }
  }

  @Test
  void theCodeIsThatOfTheFilesHere() throws Exception {
    assertShown("c", Files.readString(HEADER));
    assertShown(
        "java",
        Files.readString(JAVA.resolve("Words.java"))
            + Files.readString(JAVA.resolve("Report.java"))
            + Files.readString(JAVA.resolve("WordBytes.java")));
  }

  /** Each piece of the page stands in the text; three dots leave some of it out. */
  private static void assertShown(String language, String text) throws IOException {
    Pattern block = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL);
    List<String> pieces =
        block.matcher(Files.readString(PAGE)).results().map(found -> found.group(1)).toList();
    assertFalse(pieces.isEmpty());
    for (String piece : pieces) {
      for (String part : piece.split(" *\\.\\.\\.\n", -1)) {
        assertTrue(BindingsTest.words(text).contains(BindingsTest.words(part).strip()), part);
      }
    }
  }
}
