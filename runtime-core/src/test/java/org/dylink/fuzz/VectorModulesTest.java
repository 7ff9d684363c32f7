package org.dylink.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.dylink.engine.InvalidModuleException;
import org.dylink.engine.jvm.JvmEngine;
import org.junit.jupiter.api.Test;

/**
 * Random modules with vectors and exceptions, some with addresses of 64 bits, by engine {@code jvm}
 * and by V8, which must give the same results and traps, and leave the same memory, table and
 * globals. What V8 did in sixty cases is kept, a digest a case; where node is there, it can be
 * asked itself: {@code -Ddylink.fuzz.seconds=N}, {@code -Ddylink.fuzz.seed=N}.
 */
class VectorModulesTest {
  private static final List<Style> STYLES =
      List.of(Style.VECTORS, Style.WIDE_VECTORS, Style.VECTORS, Style.MANY_VECTORS);
  private static final int CASES = 60;
  private static final long KEPT_SEED = 20_261_130_000L;
  private static final boolean LONG_RUN = System.getProperty("dylink.fuzz.seconds") != null;
  private static final boolean RECORD = Boolean.getBoolean("dylink.v8.record");
  private static final String KEPT = "vector-modules.txt";
  private static final Path RESOURCES =
      Path.of("src", "test", "resources", "org", "dylink", "fuzz");
  private static final int SHRINKING = 20; // seconds
  private static final int MANY = 5;

  private final JvmEngine engine = JvmEngine.verifyingAtOnce();
  private final List<String> findings = new ArrayList<>();
  private int calls;
  private int traps;

  @Test
  void theyDoWhatV8Did() throws Exception {
    List<String> kept = kept();
    for (int number = 0; number < CASES; number++) {
      String found = digest(byJvm(choices(KEPT_SEED + number, style(number)), style(number)));
      String expected = kept.get(number);
      // An exhausted stack comes when it likes.
      if (!found.equals(expected) && !expected.equals("-")) {
        findings.add("case " + number + " of " + style(number) + ": not what V8 gave");
      }
    }
    assertEquals("", String.join("\n", findings));
    assertTrue(calls > 2 * traps, "nearly all calls trap");
  }

  @Test
  void theyDoWhatV8Does() throws Exception {
    assumeTrue(LONG_RUN || RECORD, "asks V8 with -Ddylink.fuzz.seconds=N");
    List<String> digests = new ArrayList<>();
    try (V8Modules v8 = new V8Modules()) {
      long cases =
          FuzzSettings.run(
              600,
              number -> {
                digests.add(compare(v8, number));
                return findings.size() < MANY && (LONG_RUN || number + 1 < CASES);
              });
      System.out.printf(
          "vectors by V8: seed %d, %d cases, %d calls, %d trapped%n",
          FuzzSettings.SEED, cases, calls, traps);
    }
    assertEquals("", String.join("\n", findings));
    if (RECORD) {
      String text = String.join("\n", digests.subList(0, CASES)) + "\n";
      Files.writeString(RESOURCES.resolve(KEPT), text);
    }
  }

  private String compare(V8Modules v8, long number) {
    Style style = style(number);
    int[] choices = choices(RECORD ? KEPT_SEED + number : FuzzSettings.seedOf(number), style);
    List<String> expected = byV8(v8, choices, style);
    String difference = difference(expected, byJvm(choices, style));
    if (!difference.isEmpty()) {
      int[] small = Shrinker.shrink(choices, c -> differs(v8, c, style), SHRINKING);
      String shown = difference(byV8(v8, small, style), byJvm(small, style));
      findings.add("case " + number + " of " + style + ": " + save(number, small, style) + shown);
    }
    boolean isWhole = expected.stream().noneMatch(VectorModulesTest::isBeyondComparison);
    return isWhole ? digest(expected) : "-";
  }

  private boolean differs(V8Modules v8, int[] choices, Style style) {
    return !difference(byV8(v8, choices, style), byJvm(choices, style)).isEmpty();
  }

  private static String difference(List<String> expected, List<String> found) {
    for (int i = 0; i < Math.min(expected.size(), found.size()); i++) {
      if (isBeyondComparison(expected.get(i)) || isBeyondComparison(found.get(i))) {
        return "";
      } else if (!expected.get(i).equals(found.get(i))) {
        return "\n  V8: " + expected.get(i) + "\n  jvm: " + found.get(i);
      }
    }
    return expected.size() == found.size() ? "" : "\n  V8: " + expected + "\n  jvm: " + found;
  }

  private static boolean isBeyondComparison(String outcome) {
    return outcome.startsWith("trap: stack overflow");
  }

  private static Style style(long number) {
    return STYLES.get((int) (number % STYLES.size()));
  }

  private static int[] choices(long seed, Style style) {
    Choices choices = Choices.random(seed);
    caseOf(choices, style);
    return choices.made();
  }

  private static FuzzCase caseOf(Choices choices, Style style) {
    EnumSet<Fault> none = EnumSet.noneOf(Fault.class);
    return CaseGenerator.generate(choices, new Features(style, none, none));
  }

  private static List<String> byV8(V8Modules v8, int[] choices, Style style) {
    try {
      return v8.run(caseOf(Choices.again(choices), style));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> byJvm(int[] choices, Style style) {
    try {
      List<String> outcomes = new ArrayList<>();
      for (Observation each : CaseRun.run(engine, caseOf(Choices.again(choices), style))) {
        calls++;
        traps += each.outcome().startsWith("trap") ? 1 : 0;
        // What V8 has one message for.
        outcomes.add(
            each.outcome()
                .replace("uninitialized element", "indirect call type mismatch")
                .replace("invalid conversion to integer", "integer overflow"));
      }
      return outcomes;
    } catch (InvalidModuleException e) {
      return List.of("refused: " + e.getMessage());
    }
  }

  private static String digest(List<String> outcomes) {
    return Long.toHexString(
        outcomes.stream()
            .flatMapToInt(String::chars)
            .asLongStream()
            .reduce(7, (digest, next) -> 31 * digest + next));
  }

  private static List<String> kept() throws IOException {
    try (InputStream in = VectorModulesTest.class.getResourceAsStream(KEPT)) {
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))
          .lines()
          .toList();
    }
  }

  private static Path save(long number, int[] choices, Style style) {
    try {
      Files.createDirectories(FuzzSettings.FINDINGS);
      return Files.write(
          FuzzSettings.FINDINGS.resolve(number + "-" + style + ".wasm"),
          caseOf(Choices.again(choices), style).modules().get(0).bytes().toArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
