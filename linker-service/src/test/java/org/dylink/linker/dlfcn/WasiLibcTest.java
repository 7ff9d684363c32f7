package org.dylink.linker.dlfcn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dylink.engine.Engine;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException;
import org.dylink.linker.Program;
import org.dylink.linker.link.load.ModuleCache;
import org.dylink.linker.testing.DlProgram;
import org.dylink.linker.testing.EachEngine;
import org.dylink.linker.testing.FakeWasi;
import org.dylink.linker.testing.TestLibrary;
import org.dylink.linker.testing.TestLink;
import org.junit.jupiter.api.Test;

/** dlopen with a real libc: its malloc, its exit functions. */
@EachEngine
class WasiLibcTest {
  private static final Path CORPUS =
      Path.of(System.getProperty("dylink.corpus", "../../shared/corpus"));

  // Compiled once for all tests: that takes seconds.
  private static final Library LIBC =
      TestLibrary.of(Path.of("../example-bundles/libc/src/main/resources/lib/libc.so"));
  private static final ModuleCache COMPILED = new ModuleCache();

  static {
    COMPILED.retain(LIBC.module());
  }

  private final TestLink link;

  WasiLibcTest(Engine engine) {
    link = TestLink.with(engine).host(FakeWasi.serving(LIBC)).cache(COMPILED);
    link.libraries().add(LIBC);
    // The runtime's libdl.so goes before wasi-libc's stub, which always fails.
    link.libraries().folder(DlProgram.OWN_LIBRARIES);
  }

  @Test
  void mallocAndDlopenShareTheMemory() throws LinkException {
    link.libraries().folder(DlProgram.LIBRARIES);

    assertEquals(0, run("heap.wasm"));
    assertEquals("opened 20, wrong bytes 0, kept 1\n", link.output());
  }

  @Test
  void exitFunctionsRunInReverseOrderOfAllRegistrations() throws LinkException {
    link.libraries().folder(DlProgram.LIBRARIES);

    assertEquals(5, run("farewell.wasm"));
    assertEquals(
        """
        library ctor
        library dtor
        library atexit
        closed
        library ctor
        end of main
        main second
        library dtor
        library atexit
        main first
        """,
        link.output());
  }

  private static final String CLOSED =
      """
      one pointer: 1
      main, for the library
      library, registered by main
      library, by its handle
      library, directly
      library, by a pointer of the GOT
      library, by a pointer in data
      closed
      """;

  @Test
  void aClosedLibraryLeavesNoExitFunctionHoweverItWasRegistered() throws LinkException {
    link.libraries().folder(DlProgram.LIBRARIES);

    assertEquals(6, run("parting.wasm"));
    assertEquals(
        CLOSED
            + CLOSED
            + """
            library, by its handle
            library, directly
            library, by a pointer of the GOT
            library, by a pointer in data
            main exit
            """,
        link.output());
  }

  @Test
  void quickExitRunsThoseOfOpenLibrariesInReverseOrder() throws LinkException {
    link.libraries().folder(DlProgram.LIBRARIES);
    link.option(request -> request.arguments(List.of("quick")));

    assertEquals(5, run("parting.wasm"));
    assertEquals(CLOSED + CLOSED + "library quick\nmain quick\n", link.output());
  }

  @Test
  void theCorpusProgramPrintsWhatPosixAsksFor() throws LinkException, IOException {
    Path folder = CORPUS.resolve("06-dlopen");
    assumeTrue(Files.isDirectory(folder), "no corpus at " + CORPUS.toAbsolutePath());
    link.libraries().folder(folder);

    int code = run("main.wasm");

    assertEquals(
        Files.readString(folder.resolve("expected.txt")), link.output() + "exit=" + code + "\n");
  }

  private int run(String main) throws LinkException {
    try (Program program = link.link(link.libraries().get(main))) {
      return program.run();
    }
  }
}
