package org.dylink.linker.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dylink.engine.Engine;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException;
import org.dylink.linker.Program;
import org.dylink.linker.link.load.ModuleCache;
import org.dylink.linker.testing.EachEngine;
import org.dylink.linker.testing.FakeWasi;
import org.dylink.linker.testing.Libraries;
import org.dylink.linker.testing.TestLibrary;
import org.dylink.linker.testing.TestLink;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/**
 * The corpus of C programs in {@code ../shared/corpus} beside the project (or {@code
 * -Ddylink.corpus}), as far as it needs no arguments and no environment; skipped where that is not
 * there.
 */
@EachEngine
@Timeout(300)
class CorpusTest {
  private static final Path CORPUS =
      Path.of(System.getProperty("dylink.corpus", "../../shared/corpus"));
  private static final List<String> CASES =
      List.of(
          "02-twolevel/main.wasm",
          "02-twolevel/main-nonpie.wasm",
          "04-data/main.wasm",
          "05-ctors/main.wasm",
          "10-tls/main.wasm",
          "12-bigdata/main.wasm",
          "14-qsort/main.wasm",
          "16-varargs/main.wasm",
          "23-nostdlib/main.wasm");

  private final Engine engine;
  private final ModuleCache compiled = new ModuleCache();

  CorpusTest(Engine engine) {
    this.engine = engine;
  }

  @TestFactory
  Stream<DynamicTest> printsWhatIsExpected() {
    assumeTrue(Files.exists(CORPUS), () -> CORPUS + " is not there");
    return CASES.stream().map(each -> DynamicTest.dynamicTest(each, () -> run(each)));
  }

  private void run(String path) throws LinkException, IOException {
    Path file = CORPUS.resolve(path);
    Path folder = file.getParent();
    Libraries files = Libraries.none().folder(CORPUS.resolve("_libs"));
    Library libc = files.get("libc.so");
    compiled.retain(libc.module());
    TestLink test = TestLink.with(engine).cache(compiled).host(FakeWasi.serving(libc));
    test.libraries().folder(folder).folder(CORPUS.resolve("_libs"));
    test.option(o -> o.stackSize(stackSize(folder)));

    try (Program program = test.link(TestLibrary.of(file))) {
      int exitCode = program.run();
      assertEquals(Files.readString(expected(file)), test.output() + "exit=" + exitCode + "\n");
    }
  }

  private static Path expected(Path file) {
    boolean isSecond = file.endsWith("main-nonpie.wasm");
    return file.resolveSibling(isSecond ? "expected2.txt" : "expected.txt");
  }

  private static long stackSize(Path folder) {
    Path stack = folder.resolve("stack");
    try {
      return Files.exists(stack) ? Long.parseLong(Files.readString(stack).strip()) : 1 << 20;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
