package org.dylink.spectest;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.dylink.spectest.Outcome.Verdict;

/** The text of docs/conformance.md: what passed, failed and was skipped, and why. */
final class ConformancePage {
  private static final String INTRODUCTION =
      """
      # Conformance to WebAssembly

      The scripts of the [WebAssembly spec suite](https://github.com/WebAssembly/testsuite), run
      against each engine through `org.dylink.engine`. The tests of `spectest` make this page, and fail
      where it is not what they find:

          mvn verify -pl tests/spectest -am -Ddylink.conformance=write

      The numbers are commands of the scripts (modules, calls, assertions): passed / failed / skipped.
      `core` is the suite of WebAssembly 2.0, `latest` of 3.0, `latest/legacy` of the older exception
      handling. A command that fails only sometimes counts as failed.
      """;

  private final Scope scope;
  private final List<EngineResults> engines;
  private final StringBuilder page = new StringBuilder(INTRODUCTION);

  private ConformancePage(Scope scope, List<EngineResults> engines) {
    this.scope = scope;
    this.engines = engines;
  }

  static String write(Scope scope, List<EngineResults> engines) {
    ConformancePage page = new ConformancePage(scope, engines);
    page.addSums();
    page.addFailures();
    page.addSkipped();
    page.addScripts();
    return page.page.toString();
  }

  private void addSums() {
    page.append('\n');
    addTable(List.of("scripts"), engineNames());
    addRow(
        List.of(scope.scripts().size() + " that are run"),
        forEngines(e -> verdicts(e, scope.scripts())));
    addRow(List.of(scope.leftOut().size() + " that are skipped"), forEngines(e -> ""));
  }

  private void addFailures() {
    addHeading("Why commands fail");
    addTable(List.of("reason", "scripts"), engineNames());
    List<String> reasons =
        engines.stream().flatMap(e -> e.known().reasons().stream()).distinct().toList();
    for (String reason : reasons) {
      List<String> scripts =
          scope.scripts().stream()
              .filter(s -> engines.stream().anyMatch(e -> e.failures(s, reason) > 0))
              .toList();
      addRow(
          List.of(reason, String.join(", ", scripts)),
          forEngines(e -> sum(scripts, s -> e.failures(s, reason))));
    }
  }

  private void addSkipped() {
    addHeading("What is skipped, and why");
    page.append("Commands: what is ").append(ScriptRun.TEXT_FORMAT).append(".\n");
    Scope.commands().forEach(this::addLeftOut);
    Scope.reasonsOn("endive")
        .forEach(reason -> page.append("On Endive, ").append(reason).append(".\n"));
    page.append("Whole scripts:\n\n");
    addTable(List.of("reason", ""), List.of("scripts"));
    Map<String, Long> reasons =
        scope.leftOut().values().stream().collect(groupingBy(r -> r, TreeMap::new, counting()));
    reasons.forEach(
        (reason, count) ->
            addRow(
                List.of(label(reason), reason.substring(label(reason).length() + 2)),
                List.of(String.valueOf(count))));
  }

  private void addLeftOut(ReasonFile.Entry commands) {
    page.append("Of ").append(commands.text()).append(": ").append(commands.reason());
    page.append(".\n");
  }

  private static String label(String reason) {
    return reason.substring(0, reason.indexOf(": "));
  }

  private void addScripts() {
    addHeading("Script by script");
    addTable(List.of("script"), engineNames());
    Stream.concat(scope.scripts().stream(), scope.leftOut().keySet().stream())
        .sorted()
        .forEach(script -> addRow(List.of(script), forEngines(e -> cell(e, script))));
  }

  private String cell(EngineResults engine, String script) {
    String leftOut = scope.leftOut().get(script);
    return leftOut == null ? verdicts(engine, List.of(script)) : "skipped: " + label(leftOut);
  }

  private List<String> engineNames() {
    return forEngines(EngineResults::engine);
  }

  private List<String> forEngines(Function<EngineResults, String> cell) {
    return engines.stream().map(cell).toList();
  }

  private static String verdicts(EngineResults engine, List<String> scripts) {
    return Stream.of(Verdict.values())
        .map(v -> sum(scripts, s -> engine.count(s, v)))
        .collect(joining(" / "));
  }

  private static String sum(List<String> scripts, ToLongFunction<String> count) {
    return String.valueOf(scripts.stream().mapToLong(count).sum());
  }

  private void addHeading(String heading) {
    page.append("\n## ").append(heading).append("\n\n");
  }

  private void addTable(List<String> words, List<String> numbers) {
    addRow(words, numbers);
    addRow(Collections.nCopies(words.size(), "---"), Collections.nCopies(numbers.size(), "--:"));
  }

  private void addRow(List<String> words, List<String> numbers) {
    page.append(
        Stream.concat(words.stream(), numbers.stream()).collect(joining(" | ", "| ", " |\n")));
  }
}
