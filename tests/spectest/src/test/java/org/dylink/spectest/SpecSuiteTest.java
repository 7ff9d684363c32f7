package org.dylink.spectest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dylink.engine.Engine;
import org.dylink.engine.endive.CompilerEngine;
import org.dylink.engine.endive.InterpreterEngine;
import org.dylink.engine.jvm.JvmEngine;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The WebAssembly spec suite against every engine. What fails must be listed as failing, with the
 * reason, and what is listed must fail.
 */
class SpecSuiteTest {
  // Endive's two fail alike, for they differ in how they run a function's body alone.
  private static final KnownFailures ENDIVE = KnownFailures.read("endive");
  private static final KnownFailures JVM = KnownFailures.read("jvm");
  private static final List<TestedEngine> ENGINES =
      List.of(
          new TestedEngine("endive-interpreter", new InterpreterEngine(), ENDIVE, "endive"),
          new TestedEngine("endive-compiler", new CompilerEngine(), ENDIVE, "endive"),
          new TestedEngine("jvm", new JvmEngine(), JVM, ""),
          new TestedEngine("jvm, verify=eager", JvmEngine.verifyingAtOnce(), JVM, ""));
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final Path PAGE = Path.of("..", "..", "docs", "conformance.md");

  /**
   * @param scope the list of scripts that are not run on it; empty for none
   */
  record TestedEngine(String name, Engine engine, KnownFailures known, String scope) {}

  @TestFactory
  Stream<DynamicNode> suite() {
    // An aborted test tells why; an aborted factory is not seen.
    return suite(ENGINES, PAGE);
  }

  /** All scripts against some engines, and the page that tells of it. */
  static Stream<DynamicNode> suite(List<TestedEngine> engines, Path page) {
    return SpecSuite.find()
        .map(found -> tests(found, engines, page))
        .orElseGet(() -> Stream.of(missing()));
  }

  private static DynamicNode missing() {
    return DynamicTest.dynamicTest(
        "suite", () -> abort("no spec suite: neither ../shared/spec nor -D" + SpecSuite.PROPERTY));
  }

  private static Stream<DynamicNode> tests(Path suite, List<TestedEngine> tested, Path file) {
    Scope scope = Scope.of(suite);
    List<EngineResults> results =
        tested.stream().map(each -> new EngineResults(each.name(), each.known())).toList();
    Stream<DynamicNode> engines =
        IntStream.range(0, tested.size())
            .mapToObj(i -> engine(tested.get(i), results.get(i), scope));
    DynamicNode page =
        DynamicTest.dynamicTest(
            "docs/" + file.getFileName(), () -> checkPage(scope, results, file));
    return Stream.concat(engines, Stream.of(page));
  }

  private static DynamicNode engine(TestedEngine engine, EngineResults results, Scope scope) {
    DynamicTest listed =
        DynamicTest.dynamicTest(
            "known failures are of scripts that are run",
            () -> assertTrue(scope.scripts().containsAll(results.known().scripts())));
    Stream<DynamicTest> scripts =
        scope.scripts().stream()
            .map(
                script ->
                    DynamicTest.dynamicTest(
                        script, () -> run(scope.suite(), script, engine, results)));
    return DynamicContainer.dynamicContainer(
        engine.name(), Stream.concat(Stream.of(listed), scripts));
  }

  private static void run(Path suite, String script, TestedEngine engine, EngineResults results)
      throws IOException {
    List<Command> commands = ScriptConverter.convert(suite, script);
    Optional<String> leftOut = Scope.reasonOn(engine.scope(), script);
    List<Outcome> outcomes =
        leftOut.isPresent()
            ? ScriptRun.skip(commands, leftOut.get())
            : assertTimeoutPreemptively(
                LIMIT, () -> ScriptRun.run(script, commands, engine.engine()));
    assertEquals("", results.add(script, outcomes).difference());
  }

  private static void checkPage(Scope scope, List<EngineResults> results, Path file)
      throws IOException {
    assumeTrue(results.stream().allMatch(r -> r.hasRun(scope.scripts())), "not all scripts ran");
    String page = ConformancePage.write(scope, results);
    if ("write".equals(System.getProperty("dylink.conformance"))) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, page);
    }
    assertEquals(page, Files.readString(file), file + " is not what this run gives");
  }
}
