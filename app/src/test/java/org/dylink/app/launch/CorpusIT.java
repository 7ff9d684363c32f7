package org.dylink.app.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.dylink.app.launch.Corpus.Run;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** Every run of the corpus in one Felix, as {@code dylink run} does it. */
final class CorpusIT {
  private static final String LINKER = "org.dylink.linker.Linker";

  private static EmbeddedFramework framework;

  @BeforeAll
  static void startFramework() throws Exception {
    Corpus.assumeThere();
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
    Path libc = Corpus.FOLDER.resolve("_libs/libc.so").toRealPath();
    context.installBundle("wasm:" + libc.toUri() + "?name=libc.so").start();
  }

  @AfterAll
  static void stopFramework() throws LaunchException {
    if (framework != null) {
      framework.close();
    }
  }

  static List<Run> runs() {
    return List.of(
        new Run("01-hello", ""),
        new Run("02-twolevel", ""),
        new Run("02-twolevel", "2"),
        new Run("04-data", ""),
        new Run("05-ctors", ""),
        new Run("06-dlopen", ""),
        new Run("08-missing-lib", ""),
        new Run("08-missing-lib", "2"),
        new Run("09-missing-sym", "1-notcalled"),
        new Run("09-missing-sym", "2-called"),
        new Run("09-missing-sym", "3-bindnow"),
        new Run("09-missing-sym", "4-var"),
        new Run("09-missing-sym", "5-addr"),
        new Run("10-tls", ""),
        new Run("11-runpath", ""),
        new Run("11-runpath", "2-path"),
        new Run("12-bigdata", ""),
        new Run("14-qsort", ""),
        new Run("16-varargs", ""),
        new Run("17-cxx-virtual", ""),
        new Run("17-cxx-virtual", "2-exportdyn"),
        new Run("20-zlib", ""),
        new Run("23-nostdlib", ""));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void printsWhatIsExpectedAndLeavesNoBundle(Run run) throws IOException, LaunchException {
    List<String> before = bundles();
    RecordedCall call = new RecordedCall(run.path(), "", run.commandLine());
    int code = framework.call(call.launch());
    String expected = run.expected();
    int shown = expected.endsWith("exit=1\n") && code != 0 ? 1 : code;
    assertEquals(expected, call.out() + "exit=" + shown + "\n", call.err());
    assertEquals(before, bundles());
  }

  private static List<String> bundles() {
    return Arrays.stream(framework.context().getBundles()).map(Bundle::getLocation).toList();
  }
}
