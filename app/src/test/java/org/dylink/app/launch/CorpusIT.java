package org.dylink.app.launch;

import java.util.List;
import java.util.stream.Stream;
import org.dylink.app.launch.Corpus.Run;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every run of the corpus by each engine, in one Felix, as {@code dylink run} does it. */
final class CorpusIT {
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
    Corpus.keep(framework, Corpus.SHARED.folder().resolve("_libs/libc.so"));
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
