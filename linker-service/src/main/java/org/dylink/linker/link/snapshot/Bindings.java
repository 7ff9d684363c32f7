package org.dylink.linker.link.snapshot;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dylink.engine.host.HostLibrary;
import org.dylink.format.Import;
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
 * @param hosts what served the import modules that they use; empty for the linker itself
 */
record Bindings(
    List<Place> places, Resolution resolution, Map<String, Optional<HostLibrary>> hosts) {
  /** Those of a program that has no plain modules. */
  static Bindings of(ProgramImage image) {
    List<Place> empty =
        image.places().stream().map(place -> new Place(place.library(), null)).toList();
    Map<String, Optional<HostLibrary>> hosts = new HashMap<>();
    // Also if nobody uses it: what nobody defines is bound to it as soon as there is one.
    hosts.put(AbiNames.ENV, image.hosts().library(AbiNames.ENV));
    for (Place place : image.places()) {
      image.resolution().forEach(place, (entry, bound) -> note(image, bound, hosts));
    }
    Resolution moved =
        image
            .resolution()
            .moved(
                byPlace(image.places(), empty),
                (user, entry, host) -> new Bound.Host(host.module(), null))
            .inFull();
    return new Bindings(empty, moved, hosts);
  }

  private static void note(
      ProgramImage image, Bound bound, Map<String, Optional<HostLibrary>> hosts) {
    if (bound instanceof Bound.Host host) {
      hosts.computeIfAbsent(host.module(), image.hosts()::library);
    }
  }

  /**
   * The same for a program that has the same libraries, in its places.
   *
   * @return empty if the host does not have all functions any more, or has others
   */
  Optional<Resolution> in(ProgramImage image) {
    Resolution moved =
        resolution.moved(
            byPlace(places, image.places()), (user, entry, host) -> find(image, user, entry, host));
    return areOfHostsOf(image) || hasAll(image, moved) ? Optional.of(moved) : Optional.empty();
  }

  /** Whether the same host libraries serve a program: they have the same functions for all. */
  boolean areOfHostsOf(ProgramImage image) {
    return hosts.entrySet().stream()
        .allMatch(each -> image.hosts().library(each.getKey()).equals(each.getValue()));
  }

  private boolean hasAll(ProgramImage image, Resolution moved) {
    return IntStream.range(0, places.size())
        .allMatch(
            i -> count(resolution.of(places.get(i))) == count(moved.of(image.places().get(i))));
  }

  private static long count(List<Bound> bounds) {
    return bounds.stream().filter(Bound.Host.class::isInstance).count();
  }

  private static Bound find(ProgramImage image, Place user, Import entry, Bound.Host host) {
    boolean isForAll = host.module().equals(AbiNames.ENV) && user.library().host().isEmpty();
    Optional<Bound> found =
        isForAll ? image.outside().inEnv(entry.name()) : image.outside().find(user, entry);
    return found
        .filter(each -> each.type().equals(Optional.of(entry.type())))
        .orElseGet(() -> new Bound.Undefined(null));
  }

  private static Map<Place, Place> byPlace(List<Place> from, List<Place> to) {
    Map<Place, Place> all = new HashMap<>();
    for (int i = 0; i < from.size(); i++) {
      all.put(from.get(i), to.get(i));
    }
    return all;
  }
}
