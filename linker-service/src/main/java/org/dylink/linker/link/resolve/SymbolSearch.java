package org.dylink.linker.link.resolve;

import java.util.Optional;
import java.util.stream.Stream;
import org.dylink.linker.Symbol;
import org.dylink.linker.link.parts.Place;
import org.dylink.linker.link.parts.SymbolScope;

/**
 * Finds definitions. {@link Resolver} and its rules alone ask: who searches twice may find two
 * things.
 */
final class SymbolSearch {
  private SymbolSearch() {}

  /**
   * Finds a definition. As in ELF, a weak one is as good as another: the first in order counts.
   *
   * @param requester who asks; it alone sees its hidden symbols. Null for the program itself
   */
  static Optional<Definition> find(
      SymbolScope scope, String name, Symbol.Kind kind, Place requester) {
    return find(scope.search(), name, kind, requester);
  }

  /**
   * The same among some libraries.
   *
   * @param places in search order
   */
  static Optional<Definition> find(
      Stream<Place> places, String name, Symbol.Kind kind, Place requester) {
    return places
        .flatMap(place -> definition(name, kind, place).stream())
        .filter(found -> found.place() == requester || !found.flags().isHidden())
        .findFirst();
  }

  private static Optional<Definition> definition(String name, Symbol.Kind kind, Place place) {
    return Symbol.definition(place.module(), name, kind)
        .map(export -> new Definition(place, export));
  }
}
