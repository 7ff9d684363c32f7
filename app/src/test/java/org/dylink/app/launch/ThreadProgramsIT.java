package org.dylink.app.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dylink.app.launch.Corpus.Run;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * C programs with threads, as {@code dylink run} runs them, in one Felix. What they are to print is
 * what the same sources print when gcc has built them.
 */
@Timeout(120)
final class ThreadProgramsIT {
  private static final String ENGINE = "jvm"; // alone has threads
  private static final Path LIBC =
      Path.of("../example-bundles/libc-threads/src/main/resources/lib").toAbsolutePath();
  private static final Corpus OWN =
      new Corpus(Path.of("src/test/native/threads").toAbsolutePath(), List.of(LIBC.toString()));

  private static EmbeddedFramework framework;

  @BeforeAll
  static void startFramework() throws Exception {
    framework = EmbeddedFramework.start();
    // What was installed before a program stays when it ends, and so does what was compiled of it.
    String libc = "wasm:" + LIBC.resolve("libc.so").toUri() + "?name=libc.so";
    framework.context().installBundle(libc).start();
  }

  @AfterAll
  static void stopFramework() throws LaunchException {
    framework.close();
  }

  static Stream<Run> own() throws IOException {
    return OWN.runs(ENGINE).stream();
  }

  @ParameterizedTest
  @MethodSource("own")
  void printsWhatItPrintsNativelyAndLeavesNoBundle(Run run) throws Exception {
    run.assertPrinted(framework);
  }

  // One run that stands for all of them, where there are none: it is skipped, and says so.
  static Stream<Run> shared() throws IOException {
    return Files.isDirectory(Corpus.THREADS.folder())
        ? Corpus.THREADS.runs(ENGINE).stream()
        : Stream.of(Corpus.THREADS.run("none", "", ENGINE));
  }

  @ParameterizedTest
  @MethodSource("shared")
  void soDoesTheCorpus(Run run) throws Exception {
    Corpus.THREADS.assumeThere();
    run.assertPrinted(framework);
  }
}
