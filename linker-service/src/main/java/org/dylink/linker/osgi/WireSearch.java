package org.dylink.linker.osgi;

import java.util.List;
import java.util.Optional;
import org.dylink.linker.Library;
import org.dylink.linker.link.LibrarySearch;
import org.dylink.linker.link.SearchResult;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;

/**
 * Finds what a library needs along the wires that the framework's resolver has chosen: in its own
 * bundle first, whose requirement the bnd plugin leaves out, then in the providers' bundles. What
 * has no wire, such as a preload, is the highest version in the registry.
 */
final class WireSearch implements LibrarySearch {
  private final LibraryRegistry registry;
  private final Policies policies;

  WireSearch(LibraryRegistry registry, Policies policies) {
    this.registry = registry;
    this.policies = policies;
  }

  @Override
  public SearchResult find(String name, Library neededBy) {
    if (!(neededBy instanceof BundleLibrary library)) {
      return found(registry.highest(name), "no started bundle provides it");
    }
    Need need = locate(name, library);
    if (need.isForbidden()) {
      return SearchResult.forbidden(need.failure());
    }
    return need.provider() == null
        ? SearchResult.missing(need.failure())
        : provider(need.provider());
  }

  /** Where a library's wires lead for a name, whether the library there can be used or not. */
  Need locate(String name, BundleLibrary library) {
    BundleWiring wiring = BundleStanding.wiring(library.capability().getRevision());
    if (wiring == null || !wiring.isInUse()) {
      return Need.unmet(name, "bundle " + library.origin() + " is not resolved any more");
    }
    Optional<BundleCapability> own =
        wiring.getCapabilities(Library.NAMESPACE).stream()
            .filter(capability -> BundleLibrary.nameOf(capability).equals(name))
            .findFirst();
    return own.map(capability -> Need.met(name, null, capability))
        .orElseGet(() -> wired(name, library, wiring.getRequiredWires(Library.NAMESPACE)));
  }

  private Need wired(String name, BundleLibrary library, List<BundleWire> wires) {
    for (BundleWire wire : wires) {
      BundleCapability capability = wire.getCapability();
      if (BundleLibrary.nameOf(capability).equals(name)) {
        return policies
            .refuseWire(library.capability().getRevision().getBundle(), capability)
            .map(refusal -> Need.forbidden(name, refusal))
            .orElseGet(() -> Need.met(name, wire.getRequirement(), capability));
      }
    }
    return Need.unmet(name, "no wired bundle provides it");
  }

  private SearchResult provider(BundleCapability capability) {
    String bundle = BundleLibrary.describe(capability.getRevision().getBundle());
    return found(registry.provider(capability), "its bundle " + bundle + " is not started");
  }

  private static SearchResult found(Optional<? extends Library> library, String failure) {
    return library
        .map(found -> SearchResult.found(found))
        .orElseGet(() -> SearchResult.missing(failure));
  }
}
