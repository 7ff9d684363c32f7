package org.dylink.linker.link.snapshot;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dylink.linker.abi.AbiNames;
import org.dylink.linker.link.image.ProgramImage;
import org.dylink.linker.link.parts.Place;
import org.dylink.linker.link.resolve.Bound;
import org.dylink.linker.link.resolve.Resolution;

/**
 * What the libraries of a program are bound to, without the program: between places in which no
 * instance stands, and to functions of the host's that are to be found anew.
 *
 * @param places in load order
 */
record Bindings(List<Place> places, Resolution resolution) {
  /** Those of a program that has no plain modules. */
  static Bindings of(ProgramImage image) {
    List<Place> empty =
        image.places().stream().map(place -> new Place(place.library(), null)).toList();
    Resolution moved =
        image
            .resolution()
            .moved(
                byPlace(image.places(), empty),
                (user, entry, host) -> Optional.of(new Bound.Host(host.module(), null)))
            .orElseThrow();
    return new Bindings(empty, moved);
  }

  /**
   * The same for a program that has the same libraries, in its places.
   *
   * @return empty if the host does not have all functions any more, or has others
   */
  Optional<Resolution> in(ProgramImage image) {
    return resolution.moved(
        byPlace(places, image.places()),
        (user, entry, host) -> {
          boolean isForAll = host.module().equals(AbiNames.ENV) && user.library().host().isEmpty();
          Optional<Bound> found =
              isForAll ? image.outside().inEnv(entry.name()) : image.outside().find(user, entry);
          return found.filter(each -> each.type().equals(Optional.of(entry.type())));
        });
  }

  private static Map<Place, Place> byPlace(List<Place> from, List<Place> to) {
    Map<Place, Place> all = new HashMap<>();
    for (int i = 0; i < from.size(); i++) {
      all.put(from.get(i), to.get(i));
    }
    return all;
  }
}
