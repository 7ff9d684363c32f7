package org.dylink.linker.osgi;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dylink.linker.Library;
import org.dylink.linker.link.load.LibrarySearch;
import org.dylink.linker.link.load.SearchResult;
import org.dylink.linker.settle.BundleStart;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;

/**
 * Finds what a library needs: in the folders of its own bundle that its RUNTIME_PATH names,
 * elsewhere in its bundle, whose requirement the bnd plugin leaves out, then along the wires that
 * the framework's resolver has chosen. What has no wire, such as a preload, is the highest version
 * in the registry.
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

  /** As for NEEDED, then in the registry; of those of the name only what stands where it says. */
  @Override
  public SearchResult open(String file, Library caller) {
    String name = LibrarySearch.nameOf(file);
    PathMatch path = new PathMatch(file);
    if (caller instanceof BundleLibrary library) {
      Need need = locate(name, library, path::fits);
      SearchResult wired =
          need.provider() == null ? SearchResult.missing("") : provider(need.provider());
      if (wired.isFound()) {
        return wired;
      }
    }
    return found(registry.highest(name, path::fits), whyNot(name));
  }

  private String whyNot(String name) {
    return registry
        .highest(name)
        .map(other -> "none stands in that folder: " + other.origin() + " has " + other.path())
        .orElse("no started bundle provides it");
  }

  /** Where a library's wires lead for a name, whether the library there can be used or not. */
  Need locate(String name, BundleLibrary library) {
    return locate(name, library, any -> true);
  }

  private Need locate(String name, BundleLibrary library, Predicate<BundleCapability> fits) {
    BundleWiring wiring = BundleStanding.wiring(library.capability().getRevision());
    if (wiring == null || !wiring.isInUse()) {
      return Need.unmet(name, "bundle " + library.origin() + " is not resolved any more");
    }
    return Stream.concat(inRuntimePath(library, wiring), ownCapabilities(wiring))
        .filter(capability -> BundleLibrary.nameOf(capability).equals(name))
        .filter(fits)
        .findFirst()
        .map(own -> Need.met(name, null, own))
        .orElseGet(() -> wired(name, library, wiring, fits));
  }

  private Need wired(
      String name, BundleLibrary library, BundleWiring wiring, Predicate<BundleCapability> fits) {
    return BundleStanding.wires(wiring, Library.NAMESPACE).stream()
        .filter(wire -> BundleLibrary.nameOf(wire.getCapability()).equals(name))
        .filter(wire -> fits.test(wire.getCapability()))
        .findFirst()
        .map(wire -> along(wire, name, library))
        .orElseGet(() -> Need.unmet(name, "no wired bundle provides it"));
  }

  private Need along(BundleWire wire, String name, BundleLibrary library) {
    BundleCapability provider = wire.getCapability();
    return policies
        .refuseWire(library.capability().getRevision().getBundle(), provider)
        .map(refusal -> Need.forbidden(name, refusal))
        .orElseGet(() -> Need.met(name, wire.getRequirement(), provider));
  }

  private SearchResult provider(BundleCapability capability) {
    Bundle bundle = capability.getRevision().getBundle();
    boolean lacksService =
        BundleLibrary.isHost(capability)
            && BundleStanding.home(capability.getRevision())
                .filter(BundleStart::isDone)
                .isPresent();
    String failure =
        lacksService
            ? LibraryScan.noService(capability, bundle)
            : "bundle " + BundleLibrary.describe(bundle) + " is not started";
    return found(registry.provider(capability), "its " + failure);
  }

  private static SearchResult found(Optional<? extends Library> library, String failure) {
    return library
        .map(found -> SearchResult.found(found))
        .orElseGet(() -> SearchResult.missing(failure));
  }

  // A host and its fragments share one tree of folders, as their classes do.
  private static Stream<BundleCapability> inRuntimePath(
      BundleLibrary library, BundleWiring wiring) {
    return BundleFolders.of(library.path(), library.runtimePath()).stream()
        .flatMap(folder -> ownCapabilities(wiring).filter(own -> isIn(folder, own)));
  }

  private static boolean isIn(String folder, BundleCapability capability) {
    return BundleFolders.folderOf(BundleLibrary.pathOf(capability)).equals(Optional.of(folder));
  }

  private static Stream<BundleCapability> ownCapabilities(BundleWiring wiring) {
    return BundleStanding.libraries(wiring).stream();
  }
}
