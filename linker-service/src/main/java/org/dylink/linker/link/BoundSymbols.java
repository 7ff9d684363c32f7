package org.dylink.linker.link;

import java.util.ArrayList;
import java.util.List;
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
  // Lists, not maps: each program has them, for hundreds of symbols, and hardly ever is one looked
  // up.
  private final List<Definition> definitions = new ArrayList<>();
  private final Set<String> hostFunctions = ConcurrentHashMap.newKeySet();

  /** Notes a definition; the library that has it must stay as long as this one does. */
  synchronized void add(Definition definition) {
    definitions.add(definition);
  }

  /** Notes a function that the host has in {@code env}. */
  void addHost(String function) {
    hostFunctions.add(function);
  }

  synchronized Optional<Definition> definition(String symbol, Symbol.Kind kind) {
    return definitions.stream()
        .filter(each -> each.export().name().equals(symbol) && each.kind() == kind)
        .findFirst();
  }

  boolean isHost(String function) {
    return hostFunctions.contains(function);
  }

  /** The libraries whose definitions are used, some of them several times. */
  synchronized Stream<LoadedModule> definers() {
    return List.copyOf(definitions).stream().map(Definition::module);
  }
}
