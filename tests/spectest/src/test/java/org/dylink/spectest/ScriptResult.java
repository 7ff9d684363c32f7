package org.dylink.spectest;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dylink.spectest.KnownFailures.Known;
import org.dylink.spectest.Outcome.Verdict;

/** What became of a script's commands on an engine, against what is known. */
final class ScriptResult {
  // Enough to see what is wrong; one failed module may take hundreds of commands with it.
  private static final int SHOWN = 20;

  private final String script;
  private final List<Outcome> outcomes;
  private final KnownFailures known;
  private final Set<Integer> failedLines;

  ScriptResult(String script, List<Outcome> outcomes, KnownFailures known) {
    this.script = script;
    this.outcomes = outcomes;
    this.known = known;
    this.failedLines =
        outcomes.stream()
            .filter(o -> o.verdict() == Verdict.FAILED)
            .map(Outcome::line)
            .collect(Collectors.toSet());
  }

  /** How many commands came out so; what is known to fail, if not every time, has failed. */
  long count(Verdict verdict) {
    return outcomes.stream().filter(o -> verdict(o) == verdict).count();
  }

  /** How many commands failed for a reason. */
  long failures(String reason) {
    return outcomes.stream()
        .filter(o -> verdict(o) == Verdict.FAILED)
        .filter(o -> known(o).filter(k -> k.reason().equals(reason)).isPresent())
        .count();
  }

  /** How it differs from what is known; empty if it does not. */
  String difference() {
    return list("fails", o -> failed(o) && known(o).isEmpty())
        + list(
            "passes, but is listed as failing",
            o -> !failed(o) && known(o).filter(Known::always).isPresent());
  }

  // The script says on one line what one command is about, so they fail together.
  private boolean failed(Outcome outcome) {
    return failedLines.contains(outcome.line());
  }

  private Optional<Known> known(Outcome outcome) {
    return known.find(script, outcome.line());
  }

  private Verdict verdict(Outcome outcome) {
    boolean sometimes = known(outcome).filter(k -> !k.always()).isPresent();
    return sometimes ? Verdict.FAILED : outcome.verdict();
  }

  private String list(String what, Predicate<Outcome> fits) {
    List<Outcome> found = outcomes.stream().filter(fits).toList();
    if (found.isEmpty()) {
      return "";
    }
    String lines =
        LineRange.where(outcomes, fits).stream().map(LineRange::toString).collect(joining(" "));
    String details = found.stream().limit(SHOWN).map(o -> "\n    " + o).collect(joining());
    return "\n" + what + ":\n  " + script + " " + lines + details;
  }
}
