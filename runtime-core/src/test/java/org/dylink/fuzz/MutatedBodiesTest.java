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
import org.junit.jupiter.api.Test;

/**
 * Changes function bodies that a C compiler made. Two engines must both refuse the module, or both
 * take it and do the same: results, traps, memory, table and globals.
 *
 * <p>System properties as for {@link DifferentialTest}; {@code dylink.fuzz.corpus} is a folder of
 * more modules.
 */
class MutatedBodiesTest {
  // The default build compares the same cases on every machine.
  private static final int CASES = 1_500;
  private static final boolean LONG_RUN = System.getProperty("dylink.fuzz.seconds") != null;
  private static final int SECONDS = 60; // for those cases, at most
  private static final int SHRINKING = 20; // seconds
  private static final int MANY = 5;

  private final EnginePair pair = EnginePair.MUTATED;
  private final MutationComparison comparison = new MutationComparison(pair);
  private final Seeds seeds = Seeds.ofProject();
  private final List<String> findings = new ArrayList<>();

  @Test
  void mutatedBodiesAreRefusedOrDoTheSame() {
    String corpus = System.getProperty("dylink.fuzz.corpus");
    if (corpus != null) {
      seeds.addAll(Path.of(corpus));
    }
    long cases =
        FuzzSettings.run(
            SECONDS,
            number -> {
              compare(number);
              return findings.size() < MANY && (LONG_RUN || number + 1 < CASES);
            });
    System.out.printf(
        "mutated bodies: seed %d, %d cases of %d modules: %s, %d calls compared, %d trapped%n",
        FuzzSettings.SEED,
        cases,
        seeds.size(),
        comparison.outcomes(),
        comparison.compared(),
        comparison.trapped());
    assertEquals("", String.join("\n", findings));
    assertTrue(comparison.compared() > comparison.trapped(), "all calls trap");
  }

  private void compare(long number) {
    Choices choices = Choices.random(FuzzSettings.seedOf(number));
    MutatedCase mutated = MutatedCase.generate(choices, seeds);
    comparison
        .difference(mutated)
        .ifPresent(text -> findings.add(words(number, choices.made(), text)));
  }

  private String words(long number, int[] choices, String text) {
    int[] small = Shrinker.shrink(choices, c -> differs(c).isPresent(), SHRINKING);
    MutatedCase mutated = MutatedCase.generate(Choices.again(small), seeds);
    return "seed %d, case %d: %s%s"
        .formatted(FuzzSettings.SEED, number, save(number, mutated), differs(small).orElse(text));
  }

  private Optional<String> differs(int[] choices) {
    MutatedCase mutated = MutatedCase.generate(Choices.again(choices), seeds);
    return new MutationComparison(pair).difference(mutated);
  }

  private static Path save(long number, MutatedCase mutated) {
    try {
      Files.createDirectories(FuzzSettings.FINDINGS);
      return Files.write(FuzzSettings.FINDINGS.resolve(number + "-mutated.so"), mutated.bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
