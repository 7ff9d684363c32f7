package org.dylink.linker.replace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.dylink.linker.ReplacementPlan;
import org.dylink.linker.ReplacementPlan.SymbolChange;
import org.dylink.linker.link.program.LinkedProgram;
import org.dylink.linker.testing.Engines;
import org.dylink.linker.testing.FakeWasi;
import org.dylink.linker.testing.TestLibrary;
import org.dylink.linker.testing.TestLink;
import org.junit.jupiter.api.Test;

/** What docs/guide-replace.md shows. */
class GuideTest {
  private static final Path FILES = Path.of("src/test/native/replace/guide");
  private static final Path LIBC =
      Path.of("../example-bundles/libc/src/main/resources/lib/libc.so");

  private static TestLibrary counter(String version) {
    TestLibrary file = TestLibrary.of(FILES.resolve("libcounter.so." + version));
    return new TestLibrary("libcounter.so", version, "libcounter.so " + version, file.module());
  }

  @Test
  void theCounterOfTheGuideGoesOnAsItSays() throws Exception {
    TestLibrary libc = TestLibrary.of(LIBC);
    TestLink link = TestLink.with(Engines.replacing()).host(FakeWasi.serving(libc));
    link.libraries().add(libc);
    link.libraries().add(counter("1.0.0"));
    String guide = Files.readString(Path.of("../docs/guide-replace.md"));
    try (LinkedProgram program = link.link(TestLibrary.of(FILES.resolve("ticker.wasm")))) {
      for (int i = 1; i <= 4; i++) {
        assertEquals(i, program.call("count"));
      }
      ReplacementPlan plan = program.planReplacement(counter("1.1.0"));
      for (SymbolChange change : plan.changes()) {
        String line = (change.symbol() + " " + change.detail()).strip();
        assertTrue(guide.replaceAll(" +", " ").contains(" " + line + "\n"), line);
      }
      program.replace(counter("1.1.0"));
      assertEquals(6, program.call("count"));
    }
  }

  @Test
  void theSourcesOfTheGuideAreThoseThatAreBuilt() throws Exception {
    String guide = Files.readString(Path.of("../docs/guide-replace.md"));
    for (String source : new String[] {"counter.h", "counter.c", "counter2.c", "ticker.c"}) {
      assertTrue(guide.contains(Files.readString(FILES.resolve(source))), source);
    }
  }
}
