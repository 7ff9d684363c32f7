package org.dylink.app.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dylink.app.launch.Corpus.Run;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * C++ programs, as {@code dylink run} runs them, in one Felix. What they are to print is what the
 * same sources print when g++ has built them. The folders of both kinds of libraries are searched:
 * each program gets those of its kind.
 */
@Timeout(180)
final class CxxProgramsIT {
  private static final Path EXAMPLES = Path.of("../example-bundles").toAbsolutePath();
  private static final List<String> LIBRARIES =
      Stream.of("emscripten", "libcxx", "libcxx-threads", "libc", "libc-threads")
          .map(bundle -> EXAMPLES.resolve(bundle + "/src/main/resources/lib").toString())
          .toList();
  private static final Corpus OWN =
      new Corpus(Path.of("src/test/native/cxx").toAbsolutePath(), LIBRARIES);

  private static EmbeddedFramework framework;

  @TempDir Path folder;

  @BeforeAll
  static void startFramework() throws Exception {
    framework = EmbeddedFramework.start();
    for (String kept :
        List.of("libc/%s/libc.so", "libcxx/%s/libc++abi.so", "libcxx/%s/libc++.so")) {
      Corpus.keep(framework, EXAMPLES.resolve(kept.formatted("src/main/resources/lib")));
    }
  }

  @AfterAll
  static void stopFramework() throws LaunchException {
    framework.close();
  }

  static Stream<Run> programs() throws IOException {
    return OWN.runs("jvm").stream();
  }

  @ParameterizedTest
  @MethodSource("programs")
  void printsWhatItPrintsNatively(Run run) throws Exception {
    run.assertPrinted(framework);
  }

  /** Endive has neither threads nor the legacy encoding, in which clang compiles unless told. */
  static Stream<Run> withoutThreads() throws IOException {
    return OWN.runs("endive-compiler").stream()
        .filter(run -> !run.name().startsWith("threads"))
        .filter(run -> !run.suffix().startsWith("-legacy"));
  }

  @ParameterizedTest
  @MethodSource("withoutThreads")
  void soItDoesOnEndive(Run run) throws Exception {
    run.assertPrinted(framework);
  }

  @Test
  void filesAreSeenAndMadeWhereTheyWereGranted() throws Exception {
    Path granted = Files.createDirectory(folder.resolve("granted"));
    String expected = Files.readString(OWN.folder().resolve("files/expected.txt"));
    assertEquals(expected, files("/data", "--dir", granted + "::/data"));
    try (Stream<Path> left = Files.list(granted)) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void whatWasNotGrantedIsNeitherSeenNorMade() throws Exception {
    Path granted = Files.createDirectory(folder.resolve("granted"));
    Path outside = Files.createDirectory(folder.resolve("outside"));
    Files.writeString(outside.resolve("secret.txt"), "secret");
    String printed = files("/data " + outside, "--dir", granted + "::/data");
    assertEquals(
        "00010000\n", printed.substring(printed.lastIndexOf('\n', printed.length() - 2) + 1));
    try (Stream<Path> there = Files.list(outside)) {
      assertEquals(List.of(outside.resolve("secret.txt")), there.toList());
    }
  }

  private static String files(String arguments, String... grants) throws Exception {
    List<String> line = new ArrayList<>(List.of("run"));
    line.addAll(List.of(grants));
    LIBRARIES.forEach(each -> line.addAll(List.of("-L", each)));
    line.add("main.wasm");
    line.addAll(List.of(arguments.split(" ")));
    RecordedCall call = new RecordedCall(OWN.folder().resolve("files"), "", line);
    assertEquals(0, framework.call(call.launch()), call.err());
    return call.out();
  }
}
