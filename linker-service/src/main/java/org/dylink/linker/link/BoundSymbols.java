package org.dylink.linker.link;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.dylink.linker.Symbol;

/**
 * What the symbols that one library uses are bound to. Other threads read it, for lists of
 * bindings, while the linker adds to it.
 */
final class BoundSymbols {
  private final Map<String, Definition> functions = new ConcurrentHashMap<>();
  private final Map<String, Definition> data = new ConcurrentHashMap<>();
  private final Map<String, Definition> tags = new ConcurrentHashMap<>();
  private final Set<String> hostFunctions = ConcurrentHashMap.newKeySet();

  /** Notes a definition; the library that has it must stay as long as this one does. */
  void add(Symbol.Kind kind, Definition definition) {
    of(kind).put(definition.export().name(), definition);
  }

  /** Notes a function that the host has in {@code env}. */
  void addHost(String function) {
    hostFunctions.add(function);
  }

  Optional<Definition> definition(String symbol, Symbol.Kind kind) {
    return Optional.ofNullable(of(kind).get(symbol));
  }

  boolean isHost(String function) {
    return hostFunctions.contains(function);
  }

  /** The libraries whose definitions are used, some of them several times. */
  Stream<LoadedModule> definers() {
    return Stream.of(functions, data, tags)
        .flatMap(m -> m.values().stream())
        .map(Definition::module);
  }

  private Map<String, Definition> of(Symbol.Kind kind) {
    return switch (kind) {
      case FUNCTION -> functions;
      case DATA -> data;
      case TAG -> tags;
    };
  }
}
