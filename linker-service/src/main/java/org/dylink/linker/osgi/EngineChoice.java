package org.dylink.linker.osgi;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.dylink.engine.Engine;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.link.load.EngineDecision;
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

  /** Those that are there now, the best first. */
  List<Engine> all() {
    return List.copyOf(engines.values());
  }

  /** Decides among those that are there now. */
  EngineDecision decisionFor(LinkRequest request) {
    return new EngineDecision(all(), request.engine(), "no engine service is there");
  }
}
