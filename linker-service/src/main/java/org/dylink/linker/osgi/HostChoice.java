package org.dylink.linker.osgi;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.dylink.engine.host.HostLibrary;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;

/** The host libraries that are there; of several for one module the highest-ranked counts. */
final class HostChoice {
  private final Map<ServiceReference<HostLibrary>, HostOffer> offers =
      new ConcurrentSkipListMap<>(Comparator.reverseOrder());

  /** Takes up a service; returns what it is. */
  HostOffer add(ServiceReference<HostLibrary> reference, HostLibrary library) {
    HostOffer offer = HostOffer.of(library, reference.getBundle());
    offers.put(reference, offer);
    return offer;
  }

  /** Forgets a service; returns what it was. */
  Optional<HostOffer> remove(ServiceReference<HostLibrary> reference) {
    return Optional.ofNullable(offers.remove(reference));
  }

  boolean isThere(HostLibrary library) {
    return offers.values().stream().anyMatch(offer -> offer.host() == library);
  }

  /** The host library for an import module's name. */
  Optional<HostLibrary> find(String module) {
    return named(module).map(HostOffer::host).findFirst();
  }

  /** What a bundle has registered by the name of one of its libraries. */
  Optional<HostOffer> find(String library, Bundle bundle) {
    return named(library).filter(offer -> bundle.equals(offer.bundle())).findFirst();
  }

  private Stream<HostOffer> named(String name) {
    return offers.values().stream().filter(offer -> offer.host().moduleName().equals(name));
  }
}
