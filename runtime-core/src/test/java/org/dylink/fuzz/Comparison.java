package org.dylink.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dylink.engine.InvalidModuleException;
import org.dylink.fuzz.EnginePair.Participant;

/** Runs a case with two engines and looks for the first difference. */
final class Comparison {
  private static final String REFUSED = "refused";

  private int compared;
  private int trapped;
  private int givenUp;

  /**
   * The difference in words, if there is one.
   *
   * @param choices of the case
   */
  Optional<String> difference(EnginePair pair, Style style, int[] choices) {
    List<Observation> expected = run(pair, pair.oracle(), style, choices);
    List<Observation> found = run(pair, pair.subject(), style, choices);
    for (int i = 0; i < Math.min(expected.size(), found.size()); i++) {
      Observation one = expected.get(i);
      Observation other = found.get(i);
      if (one.last() || other.last() || one.outcome().startsWith("broken")) {
        givenUp++;
        return Optional.empty();
      } else if (!one.equals(other) || one.outcome().equals(REFUSED)) {
        return Optional.of(words(pair.oracle(), one) + words(pair.subject(), other));
      }
      compared++;
      trapped += one.outcome().startsWith("trap") ? 1 : 0;
    }
    return Optional.empty();
  }

  /** Calls that were compared. */
  int compared() {
    return compared;
  }

  /** Calls among them that trapped. */
  int trapped() {
    return trapped;
  }

  /** Cases that were not compared to their end. */
  int givenUp() {
    return givenUp;
  }

  private static List<Observation> run(
      EnginePair pair, Participant participant, Style style, int[] choices) {
    Features features = pair.features(participant, style);
    FuzzCase fuzzCase = CaseGenerator.generate(Choices.again(choices), features);
    try {
      return CaseRun.run(participant.engine(), fuzzCase);
    } catch (InvalidModuleException e) {
      return List.of(new Observation("compile: " + e.getMessage(), REFUSED, breaksEndive(e)));
    } catch (RuntimeException | Error e) {
      return List.of(new Observation("link", "broken: " + e + top(e), false));
    }
  }

  /** Endive's compiler makes classes of some valid modules that the JVM refuses. */
  private static boolean breaksEndive(InvalidModuleException refusal) {
    return refusal.getMessage().contains("not valid: Endive fails: ");
  }

  private static List<StackTraceElement> top(Throwable thrown) {
    return thrown == null ? List.of() : Arrays.stream(thrown.getStackTrace()).limit(4).toList();
  }

  private static String words(Participant participant, Observation observation) {
    return "\n  %s: %s\n    %s"
        .formatted(participant.engine().name(), observation.what(), observation.outcome());
  }
}
