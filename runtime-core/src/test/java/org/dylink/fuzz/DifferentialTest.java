package org.dylink.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dylink.format.WasmModule;
import org.junit.jupiter.api.Test;

/**
 * Runs random modules with two engines, which must give the same results and traps, and leave the
 * same memory, table and globals.
 *
 * <p>System properties: {@code dylink.fuzz.seconds}, {@code dylink.fuzz.seed}, and {@code
 * dylink.fuzz.case} for one case alone. A case that differs is made smaller, and its modules are
 * left in target/fuzz.
 */
class DifferentialTest {
  // The default build compares the same cases on every machine.
  private static final int CASES = 100;
  private static final boolean LONG_RUN = System.getProperty("dylink.fuzz.seconds") != null;
  private static final int SECONDS = 60; // for those cases, at most
  private static final int SHRINKING = 20; // seconds
  private static final int MANY = 5;

  private final Comparison comparison = new Comparison();
  private final List<String> findings = new ArrayList<>();

  private long bytes;

  /** Compared on small functions. */
  List<EnginePair> small() {
    return EnginePair.SMALL;
  }

  /** Compared on large functions. */
  List<EnginePair> large() {
    return EnginePair.LARGE;
  }

  /** How many cases of each the default build compares. */
  int cases() {
    return CASES;
  }

  @Test
  void smallFunctionsDoTheSame() {
    run(small(), List.of(Style.SMALL));
  }

  @Test
  void largeFunctionsDoTheSame() {
    run(large(), List.of(Style.LONG, Style.SWITCH, Style.NESTED, Style.MANY_LOCALS));
  }

  void run(List<EnginePair> pairs, List<Style> styles) {
    long cases =
        FuzzSettings.run(
            SECONDS,
            number -> {
              // Each style meets each pair.
              EnginePair pair = pairs.get((int) (number / styles.size() % pairs.size()));
              compare(number, pair, styles.get((int) (number % styles.size())));
              return findings.size() < MANY && (LONG_RUN || number + 1 < cases());
            });
    System.out.printf(
        "differential: seed %d, %d cases of %s, %d given up, average %d bytes, %d calls compared, %d trapped%n",
        FuzzSettings.SEED,
        cases,
        styles,
        comparison.givenUp(),
        bytes / cases,
        comparison.compared(),
        comparison.trapped());
    assertEquals("", String.join("\n", findings));
    assertTrue(comparison.compared() > comparison.trapped(), "nearly all calls trap");
  }

  private void compare(long number, EnginePair pair, Style style) {
    Choices choices = Choices.random(FuzzSettings.seedOf(number));
    FuzzCase fuzzCase = caseFor(pair, style, choices);
    bytes += fuzzCase.modules().stream().mapToInt(m -> m.bytes().size()).sum();
    Optional<String> difference = comparison.difference(pair, style, choices.made());
    difference.ifPresent(text -> found(number, pair, style, choices.made(), text));
  }

  private void found(long number, EnginePair pair, Style style, int[] choices, String text) {
    int[] small = Shrinker.shrink(choices, c -> differs(pair, style, c), SHRINKING);
    FuzzCase fuzzCase = caseFor(pair, style, Choices.again(small));
    String difference = new Comparison().difference(pair, style, small).orElse(text);
    findings.add(
        "seed %d, case %d, %s: %s%s"
            .formatted(
                FuzzSettings.SEED, number, style, save(number, style, fuzzCase), difference));
  }

  /** The case as the subject gets it. */
  private static FuzzCase caseFor(EnginePair pair, Style style, Choices choices) {
    return CaseGenerator.generate(choices, pair.features(pair.subject(), style));
  }

  private static boolean differs(EnginePair pair, Style style, int[] choices) {
    return new Comparison().difference(pair, style, choices).isPresent();
  }

  private static List<Path> save(long number, Style style, FuzzCase fuzzCase) {
    List<Path> files = new ArrayList<>();
    try {
      Files.createDirectories(FuzzSettings.FINDINGS);
      for (WasmModule module : fuzzCase.modules()) {
        String name = number + "-" + style + "-" + module.name();
        files.add(Files.write(FuzzSettings.FINDINGS.resolve(name), module.bytes().toArray()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }
}
