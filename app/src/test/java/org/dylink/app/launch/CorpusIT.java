package org.dylink.app.launch;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dylink.app.launch.Corpus.Run;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** Every run of the corpus by each engine, in one Felix, as {@code dylink run} does it. */
final class CorpusIT {
  private static final String LINKER = "org.dylink.linker.Linker";

  private static final List<String> ENGINES =
      List.of("jvm", "endive-compiler", "endive-interpreter");

  // Case, and what tells its runs from one another. Both engines can run all of them; what one
  // cannot would be listed here with the reason.
  private static final List<List<String>> RUNS =
      List.of(
          List.of("01-hello", ""),
          List.of("02-twolevel", ""),
          List.of("02-twolevel", "2"),
          List.of("04-data", ""),
          List.of("05-ctors", ""),
          List.of("06-dlopen", ""),
          List.of("08-missing-lib", ""),
          List.of("08-missing-lib", "2"),
          List.of("09-missing-sym", "1-notcalled"),
          List.of("09-missing-sym", "2-called"),
          List.of("09-missing-sym", "3-bindnow"),
          List.of("09-missing-sym", "4-var"),
          List.of("09-missing-sym", "5-addr"),
          List.of("10-tls", ""),
          List.of("11-runpath", ""),
          List.of("11-runpath", "2-path"),
          List.of("12-bigdata", ""),
          List.of("14-qsort", ""),
          List.of("16-varargs", ""),
          List.of("17-cxx-virtual", ""),
          List.of("17-cxx-virtual", "2-exportdyn"),
          List.of("20-zlib", ""),
          List.of("23-nostdlib", ""));

  private static EmbeddedFramework framework;

  @BeforeAll
  static void startFramework() throws Exception {
    Corpus.SHARED.assumeThere();
    framework = EmbeddedFramework.start();
    keepLibc(framework.context());
  }

  /**
   * Compiling libc.so takes seconds. What was installed before a program stays when it ends, and
   * what was compiled stays while the linker has a user.
   */
  private static void keepLibc(BundleContext context)
      throws BundleException, InvalidSyntaxException, IOException {
    // All: the linker's classes in the framework are others than those of this test's class path.
    ServiceReference<?>[] linkers = context.getAllServiceReferences(LINKER, null);
    assertNotNull(context.getService(linkers[0]));
    Path libc = Corpus.SHARED.folder().resolve("_libs/libc.so").toRealPath();
    context.installBundle("wasm:" + libc.toUri() + "?name=libc.so").start();
  }

  @AfterAll
  static void stopFramework() throws LaunchException {
    if (framework != null) {
      framework.close();
    }
  }

  static Stream<Run> runs() {
    return ENGINES.stream()
        .flatMap(engine -> RUNS.stream().map(r -> Corpus.SHARED.run(r.get(0), r.get(1), engine)));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void printsWhatIsExpectedAndLeavesNoBundle(Run run) throws Exception {
    run.assertPrinted(framework);
  }
}
