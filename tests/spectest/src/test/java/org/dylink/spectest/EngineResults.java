package org.dylink.spectest;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dylink.spectest.Outcome.Verdict;

/** What became of all scripts on one engine. */
final class EngineResults {
  private final String engine;
  private final KnownFailures known;
  private final Map<String, ScriptResult> scripts = new TreeMap<>();

  EngineResults(String engine, KnownFailures known) {
    this.engine = engine;
    this.known = known;
  }

  String engine() {
    return engine;
  }

  KnownFailures known() {
    return known;
  }

  ScriptResult add(String script, List<Outcome> outcomes) {
    ScriptResult result = new ScriptResult(script, outcomes, known);
    scripts.put(script, result);
    return result;
  }

  boolean hasRun(Collection<String> all) {
    return scripts.keySet().containsAll(all);
  }

  long count(String script, Verdict verdict) {
    return scripts.get(script).count(verdict);
  }

  long failures(String script, String reason) {
    return scripts.get(script).failures(reason);
  }
}
