package org.dylink.linker.replace;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dylink.linker.LinkException;
import org.dylink.linker.ReplacementPlan;
import org.dylink.linker.ReplacementPlan.Effect;
import org.dylink.linker.testing.Engines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes that somebody could make to a library: what becomes of each in a program that runs. */
class MatrixTest {
  private static final Path FOLDER = Path.of("src/test/native/replace/matrix");
  private static final Set<Effect> AS_USUAL = Set.of(Effect.REPLACED, Effect.STAYS, Effect.CARRIED);

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          removed-function | INCOMPATIBLE count: NEW has none; app.wasm uses it
          function-hidden | INCOMPATIBLE count: NEW has none; app.wasm uses it
          function-static | INCOMPATIBLE count: NEW has none; app.wasm uses it
          function-became-data | INCOMPATIBLE count: NEW has none; app.wasm uses it
          parameter-added | INCOMPATIBLE count: expected () -> i32, found (i32) -> i32; app.wasm uses it
          result-widened | INCOMPATIBLE count: expected () -> i32, found () -> i64; app.wasm uses it
          result-gone | INCOMPATIBLE count: expected () -> i32, found () -> (); app.wasm uses it
          data-removed | INCOMPATIBLE counter: NEW has none; app.wasm uses it
          data-hidden | INCOMPATIBLE counter: NEW has none; app.wasm uses it
          data-became-function | INCOMPATIBLE counter: NEW has none; app.wasm uses it
          data-grown | INCOMPATIBLE counter: 4 bytes, NEW has 16, as far as they tell (DYLINK_STATE)
          data-became-constant | INCOMPATIBLE counter: 4 bytes, NEW has 12, as far as they tell (DYLINK_STATE)
          zeroed-data-added | INCOMPATIBLE calls: 4 bytes, NEW has 16, as far as they tell (DYLINK_STATE)
          needed-added | INCOMPATIBLE libother.so: needed by NEW, is not in the program
          """)
  void isRefused(String change, String reason) throws LinkException {
    assertRefused(
        change,
        reason.replace("INCOMPATIBLE ", "INCOMPATIBLE libcounter.so: cannot be replaced: "));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          data-import-added | MISSING_SYMBOL libcounter.so: undefined data symbol nobody_has_that: searched app.wasm, probe.so, libcounter.so
          import-of-another-type | TYPE_MISMATCH libcounter.so: import env.app_count: signature mismatch: expected (i32) -> i32, app.wasm has () -> i32
          threads | UNSUPPORTED libcounter.so: is built for threads (-pthread), while app.wasm is built without threads (-pthread): a program has one memory (libcounter.so)
          """)
  void isRefusedAsAtALink(String change, String reason) throws LinkException {
    assertRefused(change, reason);
  }

  private static void assertRefused(String change, String reason) throws LinkException {
    try (Counter counter = counting()) {
      assertEquals(reason, outcome(counter, change));
      assertEquals(1, counter.call("app_version"));
      assertEquals(103, counter.call("app_count"));
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          function-added | SAME ADDED extra
          unused-function-added-and-called | SAME ADDED extra, ADDED extra_again
          import-added | SAME ADDED ask
          slots-added | SAME ADDED get_a
          text-changed | SAME
          text-longer | MOVED
          data-other-first-value | SAME
          data-shrunk | SAME
          data-added | MOVED ADDED limit: in place of one of 4 bytes, never written, ADDED table
          data-in-front | MOVED ADDED front
          private-data-added | MOVED ADDED get_hidden, ADDED limit: in place of one of 4 bytes, never written
          alignment-grown | MOVED
          """)
  void isDone(String change, String outcome) throws LinkException {
    try (Counter counter = counting()) {
      assertEquals(outcome, outcome(counter, change));
      assertEquals(2, counter.call("app_version"));
      assertEquals(102, counter.call("app_counter"));
      assertEquals(102, counter.call("app_counter_by_address"));
      assertEquals(2, counter.call("app_calls_made"));
      assertEquals(103, counter.call("app_count"));
      assertEquals(104, counter.call("app_count_by_pointer"));
    }
  }

  private static Counter counting() throws LinkException {
    Counter counter = new Counter(Engines.replacing(), "base");
    counter.call("app_count");
    counter.call("app_count");
    return counter;
  }

  private static String outcome(Counter counter, String change) {
    String version = "matrix/" + change;
    try {
      return text(counter.program().replace(Counter.version(version)));
    } catch (LinkException e) {
      return (e.reason() + " " + e.getMessage()).replace(version, "NEW");
    }
  }

  private static String text(ReplacementPlan plan) {
    String changes =
        plan.changes().stream()
            .filter(change -> !AS_USUAL.contains(change.effect()))
            .map(change -> change.effect() + " " + change)
            .collect(joining(", "));
    return (plan.layout() + " " + changes).strip();
  }

  @Test
  void allChangesAreTried() throws Exception {
    Set<String> tried = new TreeSet<>();
    for (var method : MatrixTest.class.getDeclaredMethods()) {
      CsvSource source = method.getAnnotation(CsvSource.class);
      Stream<String> lines = source == null ? Stream.empty() : source.textBlock().lines();
      lines.map(line -> line.replaceAll(" [|].*", "")).forEach(tried::add);
    }
    assertEquals(folders(), tried);
  }

  private static Set<String> folders() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<String> names = files.map(file -> file.getFileName().toString()).toList();
      return new TreeSet<>(names);
    }
  }
}
