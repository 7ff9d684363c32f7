package org.dylink.linker.link.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dylink.format.Export;
import org.dylink.linker.link.parts.Place;
import org.dylink.linker.link.parts.SymbolScope;

/**
 * Who may define what in one scope, as it is while one batch of libraries is resolved. Without it,
 * libraries that need each other in a long chain would be looked through for each of their imports.
 */
final class ScopeIndex {
  // Most programs have no more, and find what they look for in the first few: to note all that a
  // libc exports would take longer than the searches.
  private static final int LOOKED_THROUGH = 32;

  private final List<Place> first;
  private final Map<String, List<Place>> others = new HashMap<>();

  ScopeIndex(SymbolScope scope) {
    List<Place> places = scope.places();
    int end = Math.min(LOOKED_THROUGH, places.size());
    first = places.subList(0, end);
    for (Place place : places.subList(end, places.size())) {
      for (Export export : place.module().exports()) {
        others.computeIfAbsent(export.name(), name -> new ArrayList<>(1)).add(place);
      }
    }
  }

  /** The libraries that may define a symbol, in search order. */
  Stream<Place> mayDefine(String symbol) {
    return Stream.concat(first.stream(), others.getOrDefault(symbol, List.of()).stream());
  }
}
