package org.dylink.spectest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Scanner;
import java.util.Set;

/**
 * The commands that are known to fail on one or several engines, each with its reason: a resource
 * in {@code known-failures}. An entry is a script and the lines of its commands, such as {@code
 * core/linking.wast 12 20-34 ?40}; those behind a question mark fail not every time.
 */
final class KnownFailures {
  private final Map<String, List<Known>> scripts = new HashMap<>();
  private final List<String> reasons = new ArrayList<>();

  /**
   * @param always whether it fails every time
   */
  record Known(String reason, LineRange lines, boolean always) {}

  private KnownFailures() {}

  /** Reads a list by its name. */
  static KnownFailures read(String list) {
    KnownFailures failures = new KnownFailures();
    for (ReasonFile.Entry entry : ReasonFile.read("known-failures/" + list + ".txt")) {
      failures.add(entry);
    }
    return failures;
  }

  /** All reasons, in the order of the list. */
  List<String> reasons() {
    return reasons;
  }

  /** The scripts that have known failures. */
  Set<String> scripts() {
    return scripts.keySet();
  }

  Optional<Known> find(String script, int line) {
    return scripts.getOrDefault(script, List.of()).stream()
        .filter(k -> k.lines.contains(line))
        .findFirst();
  }

  private void add(ReasonFile.Entry entry) {
    if (!reasons.contains(entry.reason())) {
      reasons.add(entry.reason());
    }
    Scanner words = new Scanner(entry.text());
    List<Known> known = scripts.computeIfAbsent(words.next(), s -> new ArrayList<>());
    words.forEachRemaining(
        lines -> {
          boolean always = !lines.startsWith("?");
          LineRange range = LineRange.of(always ? lines : lines.substring(1));
          known.add(new Known(entry.reason(), range, always));
        });
  }
}
