package org.dylink.linker.link.resolve;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dylink.linker.Library;
import org.dylink.linker.link.parts.Place;

/** Modules that serve others by import module name, with memories and tables of their own. */
public final class PlainModules {
  private final Map<String, Place> byName = new LinkedHashMap<>();

  public PlainModules(Map<String, Library> modules) {
    modules.forEach((name, library) -> byName.put(name, new Place(library, null)));
  }

  /** In the order in which they were named, which is the order of instantiation. */
  public Iterable<Place> inOrder() {
    return byName.values();
  }

  /** Whether the module of that name is instantiated before another one. */
  boolean isBefore(String name, Place other) {
    List<Place> order = List.copyOf(byName.values());
    return order.indexOf(byName.get(name)) < order.indexOf(other);
  }

  public boolean has(String module) {
    return byName.containsKey(module);
  }

  /** What an import from the module of that name means. */
  public Optional<Bound> find(String module, String name) {
    return Optional.ofNullable(byName.get(module))
        .flatMap(m -> m.module().export(name).map(export -> new Bound.Plain(m, export)));
  }
}
