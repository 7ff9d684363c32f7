package org.dylink.linker.osgi;

import static java.util.stream.Collectors.joining;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.dylink.engine.Engine;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.osgi.framework.ServiceReference;

/** The engines that are there, highest ranking first. */
final class EngineChoice {
  private final Map<ServiceReference<Engine>, Engine> engines =
      new ConcurrentSkipListMap<>(Comparator.reverseOrder());

  void add(ServiceReference<Engine> reference, Engine engine) {
    engines.put(reference, engine);
  }

  void remove(ServiceReference<Engine> reference) {
    engines.remove(reference);
  }

  boolean isThere(Engine engine) {
    return engines.containsValue(engine);
  }

  /**
   * The engine for a program.
   *
   * @param name the engine asked for; empty for the highest-ranked one
   * @throws LinkException UNSUPPORTED if there is none
   */
  Engine choose(Optional<String> name, String program) throws LinkException {
    return engines.values().stream()
        .filter(engine -> name.isEmpty() || engine.name().equals(name.get()))
        .findFirst()
        .orElseThrow(() -> LinkException.of(Reason.UNSUPPORTED, program, missing(name), null));
  }

  /** The engines that may run a program if the one before cannot, the best first. */
  List<Engine> after(Engine engine) {
    List<Engine> all = List.copyOf(engines.values());
    return all.subList(all.indexOf(engine) + 1, all.size());
  }

  private String missing(Optional<String> name) {
    if (engines.isEmpty()) {
      return "no engine service is there";
    }
    String known = engines.values().stream().map(Engine::name).collect(joining(", "));
    return "no engine is named " + name.orElseThrow() + ": there are " + known;
  }
}
