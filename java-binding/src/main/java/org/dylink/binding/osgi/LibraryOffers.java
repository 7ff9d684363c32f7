package org.dylink.binding.osgi;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dylink.linker.Library;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;

/** The libraries that can be linked, and which of them a bundle gets. Threads may share it. */
final class LibraryOffers {
  private static final String PATH = "path";
  private static final Comparator<Offer> HIGHEST_FIRST =
      Comparator.comparing(LibraryOffers::version, Comparator.reverseOrder())
          .thenComparing(Offer::reference, Comparator.reverseOrder());

  private final Map<ServiceReference<Library>, Library> libraries = new ConcurrentHashMap<>();

  void add(ServiceReference<Library> reference, Library library) {
    libraries.put(reference, library);
  }

  void remove(ServiceReference<Library> reference) {
    libraries.remove(reference);
  }

  /** Whether an offer still stands. */
  boolean has(Offer offer) {
    return libraries.get(offer.reference()) == offer.library();
  }

  /**
   * The library for a clause: the bundle's own, else the one that the bundle is wired to, else,
   * where it requires none of that name, the highest version in the registry.
   *
   * @param isReplaced whether a higher version that the bundle could be wired to comes before those
   */
  Optional<Offer> choose(Bundle bundle, ServiceClause clause, boolean isReplaced) {
    List<Offer> admitted =
        libraries.entrySet().stream()
            .map(entry -> new Offer(entry.getKey(), entry.getValue()))
            .filter(offer -> clause.admits(offer.library()))
            .sorted(HIGHEST_FIRST)
            .toList();
    Optional<BundleWire> wire = wires(bundle, clause.library()).findFirst();
    Optional<Offer> near =
        first(admitted, offer -> bundle.equals(offer.reference().getBundle()))
            .or(() -> first(admitted, offer -> wire.isEmpty() || isAlong(wire.get(), offer)));
    return isReplaced
        ? first(admitted, offer -> wire.isEmpty() || isMet(wire.get(), offer))
            .filter(best -> near.isEmpty() || isHigher(best, near.get()))
            .or(() -> near)
        : near;
  }

  private static Optional<Offer> first(List<Offer> admitted, Predicate<Offer> which) {
    return admitted.stream().filter(which).findFirst();
  }

  private static boolean isHigher(Offer one, Offer other) {
    return version(one).compareTo(version(other)) > 0;
  }

  private static Version version(Offer offer) {
    return Version.parseVersion(offer.library().version());
  }

  // A service is of its bundle's wiring, in which a fragment's capabilities are, too.
  private static boolean isMet(BundleWire wire, Offer offer) {
    Bundle provider = offer.reference().getBundle(); // null: it has gone
    BundleWiring wiring = provider == null ? null : provider.adapt(BundleWiring.class);
    return wiring != null
        && wiring.getCapabilities(Library.NAMESPACE).stream()
            .filter(capability -> isOf(capability, offer))
            .anyMatch(wire.getRequirement()::matches);
  }

  private static boolean isOf(BundleCapability capability, Offer offer) {
    return String.valueOf(capability.getAttributes().get(PATH))
        .equals(String.valueOf(offer.reference().getProperty(PATH)));
  }

  private static Stream<BundleWire> wires(Bundle bundle, String library) {
    BundleWiring wiring = bundle.adapt(BundleWiring.class);
    List<BundleWire> wires =
        wiring == null ? null : wiring.getRequiredWires(Library.NAMESPACE); // null: not in use
    return Stream.ofNullable(wires)
        .flatMap(List::stream)
        .filter(wire -> library.equals(attribute(wire, Library.NAMESPACE)));
  }

  // A provider that was updated has the wire until it is refreshed, and other libraries already.
  private static boolean isAlong(BundleWire wire, Offer offer) {
    BundleWiring provider = wire.getProviderWiring();
    return provider != null
        && provider.isCurrent()
        && provider.getBundle().equals(offer.reference().getBundle())
        && isOf(wire.getCapability(), offer);
  }

  private static Object attribute(BundleWire wire, String name) {
    return wire.getCapability().getAttributes().get(name);
  }
}
