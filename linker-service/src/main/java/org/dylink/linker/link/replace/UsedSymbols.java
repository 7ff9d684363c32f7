package org.dylink.linker.link.replace;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.dylink.linker.link.parts.Place;
import org.dylink.linker.link.resolve.Resolution;

/** Which of a library's symbols others are bound to, and who. */
final class UsedSymbols {
  private final Map<String, Place> users = new LinkedHashMap<>();

  UsedSymbols(Resolution resolution, Place definer) {
    resolution
        .usersOf(definer)
        .forEach((user, all) -> all.forEach(each -> users.putIfAbsent(each.export().name(), user)));
  }

  /** The first library that uses a symbol. */
  Optional<Place> user(String symbol) {
    return Optional.ofNullable(users.get(symbol));
  }
}
