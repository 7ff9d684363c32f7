package org.dylink.linker.link.load;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dylink.engine.Engine;
import org.dylink.engine.Lack;
import org.dylink.linker.EngineOutlook;
import org.dylink.linker.EngineOutlook.Module;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Problem;
import org.dylink.linker.LinkException.Reason;

/**
 * Decides which engine runs a program: the first that has all that main, its libraries and its
 * plain modules need, or none. A library that is opened later gets no choice, but the same words.
 */
public final class EngineDecision implements EngineSource {
  private final List<Engine> engines;
  private final Optional<String> named;
  private final String whereNone;

  /**
   * @param engines those that are there, the best first
   * @param named the one that is asked for
   * @param whereNone what to say where there is no engine at all
   */
  public EngineDecision(List<Engine> engines, Optional<String> named, String whereNone) {
    this.engines = engines;
    this.named = named;
    this.whereNone = whereNone;
  }

  @Override
  public Engine choose(List<Needed> modules) throws LinkException {
    requireSome(modules.get(0).library());
    List<Engine> candidates = candidates();
    return firstOf(candidates, modules)
        .orElseThrow(() -> new LinkException(problems(candidates, modules), null));
  }

  /**
   * Looks before anything is loaded whether there is an engine at all.
   *
   * @throws LinkException UNSUPPORTED if there is none, or none of that name
   */
  public void requireSome(Library main) throws LinkException {
    if (candidates().isEmpty()) {
      throw LinkException.of(Reason.UNSUPPORTED, main.name(), missing(), null);
    }
  }

  /** Why a program does not run on the best of the engines; empty if it does. */
  public Optional<String> againstBest(List<Needed> modules) {
    List<Problem> problems = problems(List.of(candidates().get(0)), modules);
    return problems.isEmpty() ? Optional.empty() : Optional.of(problems.get(0).message());
  }

  /** What each engine says of a program's modules; nothing is made ready for it. */
  public static List<EngineOutlook> outlooks(List<Engine> engines, List<Library> modules) {
    return engines.stream()
        .map(
            engine ->
                new EngineOutlook(
                    engine.name(),
                    modules.stream()
                        .map(each -> new Module(each, engine.readiness(each.module())))
                        .toList()))
        .toList();
  }

  private List<Engine> candidates() {
    return engines.stream()
        .filter(engine -> named.isEmpty() || engine.name().equals(named.get()))
        .toList();
  }

  /** Refuses what an engine lacks that a program has already. */
  public static void check(Engine engine, List<Needed> modules) throws LinkException {
    List<Problem> problems = problems(List.of(engine), modules);
    if (!problems.isEmpty()) {
      throw new LinkException(problems, null);
    }
  }

  private static Optional<Engine> firstOf(List<Engine> candidates, List<Needed> modules) {
    return candidates.stream()
        .filter(engine -> modules.stream().allMatch(each -> each.lackedBy(engine).isEmpty()))
        .findFirst();
  }

  /** One for each thing that some engine lacks and a module needs, with all who lack it. */
  private static List<Problem> problems(List<Engine> candidates, List<Needed> modules) {
    List<Problem> problems = new ArrayList<>();
    for (Needed each : modules) {
      Map<Lack, List<String>> lackedBy = new LinkedHashMap<>();
      for (Engine engine : candidates) {
        for (Lack lack : each.lackedBy(engine)) {
          lackedBy.computeIfAbsent(lack, l -> new ArrayList<>()).add(engine.name());
        }
      }
      lackedBy.forEach((lack, names) -> problems.add(each.problem(lack.message(names))));
    }
    return problems;
  }

  private String missing() {
    if (engines.isEmpty()) {
      return whereNone;
    }
    String known = engines.stream().map(Engine::name).collect(joining(", "));
    return "no engine is named " + named.orElseThrow() + ": there are " + known;
  }
}
